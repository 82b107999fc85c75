package dev.latchkey.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UsernameTest {

  @ParameterizedTest
  @CsvSource({
    "abc, abc",
    "Anna, anna",
    "a.b, a.b",
    "a-b_c, a-b_c",
    "a--b, a--b",
    "007, 007",
    "' anna ', anna",
    "meow, meow"
  })
  void readsANameInLowerCase(String text, String canonical) {
    assertThat(Username.parse(text))
        .hasValueSatisfying(name -> {
          assertThat(name.value()).isEqualTo(canonical);
          assertThat(name).hasToString(canonical);
        });
  }

  @Tag("C043")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "a",
        "ab",
        "a..b",
        "-ab",
        "ab-",
        ".ab",
        "ab.",
        "_ab",
        "ab_",
        "a b",
        "a@b",
        "victim@x.test",
        "a\u0000b",
        "a\nb",
        "abc\u200b",
        "a/b",
        "a%b",
        "<b>"
      })
  void refusesWhatHasNotTheFormOfAName(String text) {
    assertThat(Username.parse(text)).isEmpty();
  }

  @Tag("C043")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin",
        "administrator",
        "root",
        "system",
        "null",
        "undefined",
        "me",
        "api",
        "support",
        "ADMIN",
        "Root",
        " null "
      })
  void refusesReservedNames(String text) {
    assertThat(Username.parse(text)).isEmpty();
  }

  @Tag("C043")
  @Test
  void acceptsThreeToThirtyTwoCharacters() {
    assertThat(Username.parse("a".repeat(2))).isEmpty();
    assertThat(Username.parse("a".repeat(3))).isPresent();
    assertThat(Username.parse("a".repeat(32))).isPresent();
    assertThat(Username.parse("a".repeat(33))).isEmpty();
  }

  @Tag("C022")
  @Tag("C044")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0430nna", // Cyrillic a
        "\uff41nna", // full width a
        "anna\u2178", // small Roman numeral nine
        "gro\u00df",
        "\u212aevin", // the Kelvin sign, a k in lower case
        "\u0130nna", // dotted capital i
        "ann\u0131", // dotless i
        "ann\u202ea",
        "ann\u2066a",
        "ann\ufeffa",
        "ann\u0007a"
      })
  void refusesEveryLetterThatIsNotAsciiInsteadOfMappingIt(String text) {
    assertThat(Username.parse(text)).isEmpty();
  }

  @Tag("C042")
  @Test
  void foldsLetterCaseAlikeWhereTheMachineSpeaksTurkish() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));

      assertThat(Username.parse("IRIS")).contains(new Username("iris"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Anna", " anna", "admin", "ab", "a..b"})
  void isMadeOfACanonicalNameOnly(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Username(text));
  }
}
