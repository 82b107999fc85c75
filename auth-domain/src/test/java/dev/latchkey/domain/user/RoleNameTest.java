package dev.latchkey.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RoleNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"user", "admin", "a", "support-2", "read_only"})
  void acceptsALowerCaseWord(String text) {
    assertThat(RoleName.isWellFormed(text)).isTrue();
    assertThat(new RoleName(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "ADMIN", "Admin", " admin", "admin\n", "1st", "-a", "user,admin", "rôle"})
  void refusesEverythingElse(String text) {
    assertThat(RoleName.isWellFormed(text)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new RoleName(text));
  }

  @Test
  void acceptsThirtyTwoCharactersAndNoMore() {
    assertThat(RoleName.isWellFormed("r".repeat(32))).isTrue();
    assertThat(RoleName.isWellFormed("r".repeat(33))).isFalse();
  }
}
