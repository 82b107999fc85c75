package dev.latchkey.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Properties of the canonical form, over addresses and rubbish that a seed makes.
final class EmailAddressPropertyTest {
  private static final int MANY = 20_000;
  private static final String[] PIECES = {
    "a", "B", "z", "0", "9", "-", "_", "+", ".", "..", "@", "ü", "u\u0308", "İ", "ı", "ß", "ς", "К",
    "ａ", "。", "\u00ad", "\u200d", "\u202e", "\u212a", "例", "ا", "א", "é", "xn--", "3ya", "\ud83d",
    "\ude00", "😀", " ", "\r", "\u0000", "test", "TEST", "\u0130", "\uff0e", "ﬁ"
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void readsItsCanonicalFormAgainAsTheSameAddress(long seed) {
    var random = new Random(seed);
    var accepted = 0;

    for (int i = 0; i < MANY; i++) {
      var text = anything(random);
      var address = EmailAddress.parse(text).orElse(null);
      if (address != null) {
        accepted++;
        assertThat(EmailAddress.parse(address.canonical()))
            .as(escaped(text))
            .hasValueSatisfying(again -> {
              assertThat(again).isEqualTo(address);
              assertThat(again.canonical()).isEqualTo(address.canonical());
            });
        assertThat(EmailAddress.parse(address.display())).as(escaped(text)).contains(address);
      }
    }

    assertThat(accepted).isGreaterThan(MANY / 50);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void givesACanonicalFormOfPlainLowerCaseAscii(long seed) {
    var random = new Random(seed);

    for (int i = 0; i < MANY; i++) {
      var text = anything(random);
      EmailAddress.parse(text)
          .ifPresent(address ->
              assertThat(address.canonical())
                  .as(escaped(text))
                  .matches("[!-~]+@[a-z0-9.-]+")
                  .isEqualTo(address.canonical().toLowerCase(Locale.ROOT))
                  .hasSizeLessThanOrEqualTo(254));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9})
  void readsEveryNormalFormAndLetterCaseOfAnAddressAlike(long seed) {
    var random = new Random(seed);

    for (int i = 0; i < MANY; i++) {
      var text = plain(random);
      var address = EmailAddress.parse(text).orElseThrow(() -> new AssertionError(escaped(text)));

      var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
      assertThat(EmailAddress.parse(decomposed)).as(escaped(text)).contains(address);
      assertThat(EmailAddress.parse(text.toUpperCase(Locale.ROOT)))
          .as(escaped(text))
          .contains(address);
    }
  }

  private static String anything(Random random) {
    return pieces(random, 3) + "@" + pieces(random, 4) + ".test";
  }

  private static String pieces(Random random, int most) {
    return IntStream.rangeClosed(0, random.nextInt(most))
        .mapToObj(unused -> PIECES[random.nextInt(PIECES.length)])
        .collect(Collectors.joining());
  }

  private static String plain(Random random) {
    var letters = "abcdefghijklmnopqrstuvwxyzäöüéñåçø";
    var label =
        IntStream.rangeClosed(0, random.nextInt(12))
            .mapToObj(unused -> letters.charAt(random.nextInt(letters.length())))
            .map(String::valueOf)
            .collect(Collectors.joining());
    return "user" + random.nextInt(1000) + "@" + label + ".test";
  }

  private static String escaped(String text) {
    return text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
  }
}
