package dev.latchkey.domain.password;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What people do to a word to make it look like another: capitals, wide letters, `4` for `a`.
final class Disguise {
  private static final String SIGNS = "0345789@$+";
  private static final String LETTERS = "oeastbgast";

  /// Signs that stand for `i` as often as for `l`.
  private static final String STROKES = "1!|";

  private static final Pattern NUMBER_AT_END = Pattern.compile("(?<![0-9])[0-9]+$");

  private Disguise() {}

  /// The text in compatibility form and lower case: for comparing only, never for hashing.
  static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /// The folded text, and what it may be read as, with and without digits at its end.
  static List<String> readings(String folded) {
    var word = NUMBER_AT_END.matcher(folded).replaceFirst("");
    var number = folded.substring(word.length());
    return List.of(
        folded,
        plain(folded, 'i'),
        plain(folded, 'l'),
        plain(word, 'i') + number,
        plain(word, 'l') + number);
  }

  /// The folded text with one letter for all that look like it, of the same length: two texts that
  /// can be read as the same word have the same likeness.
  static String likeness(String folded) {
    return plain(folded, 'l').replace('i', 'l');
  }

  private static String plain(String folded, char stroke) {
    var plain = new StringBuilder(folded);
    for (var i = 0; i < plain.length(); i++) {
      var sign = SIGNS.indexOf(plain.charAt(i));
      if (sign >= 0) {
        plain.setCharAt(i, LETTERS.charAt(sign));
      } else if (STROKES.indexOf(plain.charAt(i)) >= 0) {
        plain.setCharAt(i, stroke);
      }
    }
    return plain.toString();
  }
}
