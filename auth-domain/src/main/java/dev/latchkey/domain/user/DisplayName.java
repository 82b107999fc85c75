package dev.latchkey.domain.user;

import java.text.Normalizer;
import java.util.Optional;

/// The name a person is greeted by: any script, 1 to 100 code points after NFC, at least one of
/// them visible, without controls, line breaks, bidirectional overrides or other invisible marks
/// that could forge what is read.
public record DisplayName(String value) {
  private static final int MAX_CODE_POINTS = 100;

  /// Letters and signs by their Unicode category, which no font draws: Hangul fillers, empty
  /// Braille.
  private static final String BLANKS = "\u115F\u1160\u2800\u3164\uFFA0";

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  public DisplayName {
    if (!acceptable(value)) {
      throw new IllegalArgumentException("not a display name");
    }
  }

  /// Reads a name, ignoring spaces around it.
  ///
  /// @return empty where the text is blank, too long or holds a refused character
  public static Optional<DisplayName> parse(String text) {
    var name = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    return acceptable(name) ? Optional.of(new DisplayName(name)) : Optional.empty();
  }

  private static boolean acceptable(String name) {
    return name.codePointCount(0, name.length()) <= MAX_CODE_POINTS
        && name.codePoints().allMatch(DisplayName::acceptable)
        && name.codePoints().anyMatch(DisplayName::visible);
  }

  /// Whether it is seen when it stands alone.
  private static boolean visible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.SPACE_SEPARATOR,
          Character.FORMAT,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK ->
          false;
      default -> BLANKS.indexOf(codePoint) < 0;
    };
  }

  private static boolean acceptable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      // The joiners are spelling in Persian and Hindi, and hold emoji together.
      case Character.FORMAT -> codePoint == ZERO_WIDTH_JOINER || codePoint == ZERO_WIDTH_NON_JOINER;
      default -> true;
    };
  }
}
