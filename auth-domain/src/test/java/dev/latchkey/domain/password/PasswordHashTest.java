package dev.latchkey.domain.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class PasswordHashTest {

  @Tag("C143")
  @Test
  void hidesItself() {
    var hash = new PasswordHash("$argon2id$canary");

    assertThat(hash.reveal()).isEqualTo("$argon2id$canary");
    assertThat(hash).hasToString("PasswordHash[***]");
  }

  @Test
  void matchesOnlyWhenThePasswordWasRight() {
    assertThat(Verification.values())
        .filteredOn(Verification::matches)
        .containsExactly(Verification.MATCHES, Verification.MATCHES_OUTDATED);
  }
}
