package dev.latchkey.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailAddressTest {
  private static final String LABEL_63 = "d".repeat(63);

  @ParameterizedTest
  @CsvSource({
    "a@x.test, a@x.test",
    "Anna.Smith@Example.TEST, anna.smith@example.test",
    "o'neil+tag=1@x.test, o'neil+tag=1@x.test",
    "!#$%&*/?^_`{|}~-@x.test, !#$%&*/?^_`{|}~-@x.test",
    "a@1.test, a@1.test",
    "a@x.y.z.test, a@x.y.z.test",
    "a@x-y.test, a@x-y.test",
    "a@münchen.test, a@xn--mnchen-3ya.test",
    "a@MÜNCHEN.test, a@xn--mnchen-3ya.test",
    "a@例え.テスト, a@xn--r8jz45g.xn--zckzah",
    "a@xn--mnchen-3ya.test, a@xn--mnchen-3ya.test"
  })
  void comparesByTheLowerCaseFormWithAnAsciiDomain(String text, String canonical) {
    var address = parse(text);

    assertThat(address.canonical()).isEqualTo(canonical);
    assertThat(address.display()).isEqualTo(text);
  }

  @Tag("C039")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "@",
        "a",
        "@x.test",
        "a@",
        "a@@x.test",
        "a@b@x.test",
        "a b@x.test",
        "\"a b\"@x.test",
        "\"a\"@x.test",
        "a@[127.0.0.1]",
        "a@127.0.0.1",
        "a@[IPv6:::1]",
        "a@x",
        "a@x.123",
        "a..b@x.test",
        ".a@x.test",
        "a.@x.test",
        "a@-x.test",
        "a@x-.test",
        "a@x..test",
        "a@.x.test",
        "a@x.test.",
        "a@x_y.test",
        "a@x.test,b@y.test",
        "a@x.test;b@y.test",
        "Bob <a@x.test>",
        "<a@x.test>",
        "a@x.test(comment)",
        "a(comment)@x.test",
        "mailto:a@x.test",
        "a\\@x.test",
        "ä@x.test",
        "a@x.test/../y.test"
      })
  void refusesWhatIsNoPlainAddress(String text) {
    assertThat(EmailAddress.parse(text)).isEmpty();
  }

  @Tag("C019")
  @Tag("C041")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@x.test\r\nBcc: v@y.test",
        "a@x.test\nBcc:v",
        "a\r\n@x.test",
        "a\u0000@x.test",
        "a@x\u0000.test",
        "a@x.te\tst",
        "a@x.test\u0000",
        "a@x\u200b.test",
        "a@x\u202e.test",
        "a@x\u2028.test",
        "a@x.test%0aBcc:v@y.test",
        "\ud800@x.test",
        "a@\ud800.test"
      })
  void refusesControlsInvisibleMarksAndHalfCharacters(String text) {
    assertThat(EmailAddress.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@ｘ.test", // full width
        "a@x。test", // ideographic full stop
        "a@straße.test", // mapped to ss
        "a@ﬁnance.test", // a ligature
        "a@x\u00ad.test", // a soft hyphen, mapped to nothing
        "a@\u2168.test", // the Roman numeral nine
        "a@βόλος.test" // final sigma
      })
  void refusesADomainThatIdnaMapsOntoAnotherOne(String text) {
    assertThat(EmailAddress.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u212a@x.test", "mi\u212ae@x.test", "a\u1fef@x.test"})
  void refusesALocalPartThatOnlyBecomesAsciiByNormalising(String text) {
    assertThat(EmailAddress.parse(text)).isEmpty();
  }

  @Tag("C040")
  @Test
  void acceptsSixtyFourCharactersBeforeTheAtAndNoMore() {
    assertThat(EmailAddress.parse("l".repeat(64) + "@x.test")).isPresent();
    assertThat(EmailAddress.parse("l".repeat(65) + "@x.test")).isEmpty();
  }

  @Tag("C040")
  @Test
  void acceptsSixtyThreeCharactersInALabelAndNoMore() {
    assertThat(EmailAddress.parse("a@" + LABEL_63 + ".test")).isPresent();
    assertThat(EmailAddress.parse("a@" + LABEL_63 + "d.test")).isEmpty();
  }

  @Tag("C040")
  @Test
  void acceptsTwoHundredAndFiftyFourCharactersInAllAndNoMore() {
    var domain = String.join(".", LABEL_63, LABEL_63, LABEL_63, "test");
    var longest = "l".repeat(254 - 1 - domain.length()) + "@" + domain;

    assertThat(longest).hasSize(254);
    assertThat(EmailAddress.parse(longest)).isPresent();
    assertThat(EmailAddress.parse("l" + longest)).isEmpty();
  }

  @Test
  void refusesAnAddressThatIsTooLongOnlyInItsCanonicalForm() {
    var label = "ü".repeat(46);
    var text = "a@" + String.join(".", label, label, label, label, label, "test");

    assertThat(text.length()).isLessThan(254);
    assertThat(EmailAddress.parse(text)).isEmpty();
  }

  @Test
  void refusesAnEnormousTextAtOnce() {
    assertThat(EmailAddress.parse("a@" + "x.".repeat(100_000) + "test")).isEmpty();
  }

  @Test
  void ignoresSpacesAroundAnAddress() {
    assertThat(parse("  a@x.test\t").display()).isEqualTo("a@x.test");
  }

  @Tag("C032")
  @Test
  void takesComposedAndDecomposedSpellingsOfADomainForOne() {
    var composed = parse("a@m\u00fcnchen.test");
    var decomposed = parse("A@mu\u0308nchen.test");

    assertThat(composed).isEqualTo(decomposed).hasSameHashCodeAs(decomposed);
    assertThat(decomposed.display()).isEqualTo("A@m\u00fcnchen.test");
  }

  @Test
  void equalsEverySpellingOfTheSameAddressAndNoOther() {
    var address = parse("Anna@Example.TEST");

    assertThat(address).isEqualTo(parse("anna@example.test")).isEqualTo(address);
    assertThat(address).isNotEqualTo(parse("anne@example.test"));
    assertThat(address).isNotEqualTo(parse("anna@example2.test"));
    assertThat(address).isNotEqualTo("anna@example.test").isNotEqualTo(null);
  }

  @Tag("C042")
  @Test
  void foldsLetterCaseAlikeWhereTheMachineSpeaksTurkish() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));

      assertThat("I".toLowerCase(Locale.getDefault())).isEqualTo("ı");
      assertThat(parse("INFO@EXAMPLE.TEST")).isEqualTo(parse("info@example.test"));
      assertThat(parse("INFO@EXAMPLE.TEST").canonical()).isEqualTo("info@example.test");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void givesTheLocalPartInItsCanonicalForm() {
    assertThat(parse("Anna.Smith@x.test").localPart()).isEqualTo("anna.smith");
  }

  @Test
  void givesTheDomainInItsCanonicalForm() {
    assertThat(parse("Anna@B\u00fccher.Test").domain()).isEqualTo("xn--bcher-kva.test");
  }

  @Test
  void masksItselfInLogs() {
    assertThat(parse("Anna.Smith@x.test")).hasToString("a***@x.test");
  }

  private static EmailAddress parse(String text) {
    return EmailAddress.parse(text).orElseThrow();
  }
}
