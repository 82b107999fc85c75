package dev.latchkey.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("C022")
final class DisplayNameTest {

  @ParameterizedTest
  @CsvSource({
    "Bob, Bob",
    "'  Bob  ', Bob",
    "Zoë Ångström, Zoë Ångström",
    "Zoe\u0308, Zo\u00eb",
    "王秀英, 王秀英",
    "مح\u200cمد, مح\u200cمد",
    "अ\u094d\u200dय, अ\u094d\u200dय",
    "👩\u200d🚀 Ada, 👩\u200d🚀 Ada",
    "Ada 🚀, Ada 🚀",
    "'O''Neil, Jr.', 'O''Neil, Jr.'"
  })
  void readsANameOfAnyScript(String text, String name) {
    assertThat(DisplayName.parse(text)).contains(new DisplayName(name));
  }

  @Tag("C041")
  @ParameterizedTest
  @ValueSource(strings = {"<img src=x onerror=1>", "${jndi:ldap://x}", "'; DROP TABLE users;--"})
  void takesMarkupForPlainText(String text) {
    assertThat(DisplayName.parse(text)).contains(new DisplayName(text));
  }

  @Tag("C019")
  @Tag("C020")
  @Tag("C041")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bob\r\nBcc: v@y.test",
        "Bob\nBob",
        "Bob\tBob",
        "Bo\u0000b",
        "Bo\u0007b",
        "Bo\u001bb",
        "Bo\u0085b",
        "Bo\u2028b",
        "Bo\u2029b",
        "Bo\u202eb",
        "Bo\u2066b",
        "Bo\u200bb",
        "Bo\ufeffb",
        "Bo\u00adb",
        "Bo\ue000b",
        "Bo\uffffb",
        "Bo\ud800b",
        "Bo\udc00b"
      })
  void refusesControlsOverridesAndInvisibleMarks(String text) {
    assertThat(DisplayName.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\t\n",
        "\u2003",
        "\u00a0",
        "\u200d",
        "\u200c\u200d",
        "\u0301",
        "\u00a0\u20dd",
        "\u3164",
        "\u2800 \u2800",
        "\uffa0\u1160"
      })
  void refusesANameOfWhichNothingIsSeen(String text) {
    assertThat(DisplayName.parse(text)).isEmpty();
  }

  @Test
  void countsCodePointsAfterComposing() {
    assertThat(DisplayName.parse("🚀".repeat(100))).isPresent();
    assertThat(DisplayName.parse("🚀".repeat(101))).isEmpty();
    assertThat(DisplayName.parse("e\u0301".repeat(100))).isPresent();
    assertThat(DisplayName.parse("a" + "\u0301".repeat(500))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Bo\nb", "Bo\u202eb"})
  void isMadeOfAnAcceptableNameOnly(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new DisplayName(text));
  }
}
