package dev.latchkey.domain.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClientIdTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ab",
        "reports",
        "billing-2",
        "a--",
        "abcdefab-1234-1234-1234-1234567890ag",
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuv"
      })
  void takesWhatAnAdminCanSay(String text) {
    assertThat(ClientId.parse(text)).contains(new ClientId(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "Reports",
        "2fast",
        "-a",
        "a_b",
        "a.b",
        "a b",
        "reports\n",
        "réports",
        "latchkey",
        "abcdefab-1234-7234-8234-1234567890ab",
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvw"
      })
  void refusesEverythingElse(String text) {
    assertThat(ClientId.parse(text)).isEmpty();
  }
}
