package dev.latchkey.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("C055")
final class LoginNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"anna@x.test", "  ANNA@X.TEST "})
  void takesWhatHasAnAtForAnAddress(String text) {
    var address = EmailAddress.parse("anna@x.test").orElseThrow();

    assertThat(LoginName.parse(text)).contains(new LoginName.ByEmail(address));
  }

  @ParameterizedTest
  @ValueSource(strings = {"anna", " ANNA "})
  void takesAnythingElseForAUsername(String text) {
    assertThat(LoginName.parse(text)).contains(new LoginName.ByUsername(new Username("anna")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "@", "anna@", "a", "admin", "an na", "anna\u0000", "' OR '1'='1", "%"})
  void findsNobodyByWhatCannotBeAName(String text) {
    assertThat(LoginName.parse(text)).isEmpty();
  }

  @Test
  void doesNotShowTheAddressInLogs() {
    assertThat(LoginName.parse("anna@x.test").orElseThrow().toString()).doesNotContain("anna");
  }
}
