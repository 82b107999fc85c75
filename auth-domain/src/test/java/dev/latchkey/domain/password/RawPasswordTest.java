package dev.latchkey.domain.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RawPasswordTest {

  @Tag("C058")
  @Test
  void isTheSameWhicheverWayAnAccentWasTyped() {
    assertThat(new RawPassword("caf\u00e9").reveal())
        .isEqualTo(new RawPassword("cafe\u0301").reveal());
  }

  @Tag("C058")
  @Test
  void tellsALigatureFromItsLetters() {
    assertThat(new RawPassword("\ufb01sh").reveal()).isNotEqualTo(new RawPassword("fish").reveal());
  }

  @Tag("C037")
  @ParameterizedTest
  @ValueSource(strings = {" spaced out ", "\u00a0x\u3000", "MixedCase", "", "   "})
  void keepsSpacesAndLetterCase(String typed) {
    assertThat(new RawPassword(typed).reveal()).isEqualTo(typed);
  }

  @Tag("C034")
  @ParameterizedTest
  @CsvSource({"'', 0", "abc, 3", "😀😀😀, 3", "e\u0301e\u0301, 2", "\u0958, 2"})
  void countsCodePointsAfterComposing(String typed, int length) {
    assertThat(new RawPassword(typed).length()).isEqualTo(length);
  }

  @Tag("C036")
  @ParameterizedTest
  @ValueSource(strings = {"a", "字", "😀", " ", "!", "e\u0301"})
  void takesTwoHundredAndFiftySixCodePointsOfAnyScript(String character) {
    assertThat(new RawPassword(character.repeat(256)).isTooLong()).isFalse();
  }

  @Tag("C038")
  @ParameterizedTest
  @ValueSource(strings = {"a", "字", "😀", " ", "!", "e\u0301"})
  void isTooLongWithTwoHundredAndFiftySevenCodePoints(String character) {
    assertThat(new RawPassword(character.repeat(257)).isTooLong()).isTrue();
  }

  @Tag("C038")
  @Test
  void staysWithinTheBytesThatAreHashedAtTheLongest() {
    var longest = new RawPassword("😀".repeat(256));

    assertThat(longest.reveal().getBytes(StandardCharsets.UTF_8)).hasSize(RawPassword.MAX_BYTES);
    assertThat(longest.isTooLong()).isFalse();
  }

  @Tag("C038")
  @Test
  void isTooLongWithAMegabyteAndDoesNotEvenComposeIt() {
    var typed = "e\u0301".repeat(500_000);
    var password = new RawPassword(typed);

    assertThat(password.isTooLong()).isTrue();
    assertThat(password.reveal()).isSameAs(typed);
  }

  @Tag("C019")
  @Tag("C020")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "pass\u0000word",
        "pass\nword",
        "pass\tword",
        "pass\u001bword",
        "pass\u007fword",
        "pass\u0085word",
        "pass\u009bword",
        "pass\ud800word",
        "pass\udc00word",
        "password\ud83d",
        "\ude00\ud83d"
      })
  void isMalformedWithAControlOrHalfACharacter(String typed) {
    assertThat(new RawPassword(typed).isMalformed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "pass word", "пароль", "😀", "\u00a0", "\u200d", "~"})
  void isWellFormedWithAnythingElse(String typed) {
    assertThat(new RawPassword(typed).isMalformed()).isFalse();
  }

  @Tag("C143")
  @Test
  void hidesItself() {
    var password = new RawPassword("canary");

    assertThat(password).hasToString("RawPassword[***]");
    assertThat(password).isNotEqualTo(new RawPassword("canary"));
  }
}
