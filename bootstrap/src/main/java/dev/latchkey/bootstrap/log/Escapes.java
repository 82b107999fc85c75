package dev.latchkey.bootstrap.log;

/// Writes text so that it can neither end a line nor move a terminal's cursor.
final class Escapes {
  private Escapes() {}

  /// As it stands in a line of text.
  static void text(StringBuilder line, String text) {
    append(line, text, false);
  }

  /// As a JSON string (RFC 8259 section 7), in quotes.
  static void json(StringBuilder line, String text) {
    line.append('"');
    append(line, text, true);
    line.append('"');
  }

  private static void append(StringBuilder line, String text, boolean json) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (json && (c == '"' || c == '\\')) {
        line.append('\\').append(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        line.append(c).append(text.charAt(++i));
      } else if (isHarmless(c)) {
        line.append(c);
      } else {
        line.append("\\u%04x".formatted((int) c));
      }
    }
  }

  /// Neither a control, nor a line's or paragraph's end, nor a sign that turns the direction of
  /// writing, nor half a character.
  private static boolean isHarmless(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}
