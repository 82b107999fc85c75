package dev.latchkey.bootstrap.log;

/// Text as it may stand in the log: without secrets, and of a bounded length.
final class Clean {
  private static final int VALUE = 256;
  private static final int MESSAGE = 1024;
  private static final int READ = 4096;

  private Clean() {}

  /// A value that came from somewhere, at most 256 characters of it.
  static String value(String text) {
    return cut(Masks.on(readable(text)), VALUE);
  }

  /// A message with its values in place, at most 1,024 characters.
  static String message(String text) {
    return cut(Masks.on(readable(text)), MESSAGE);
  }

  /// As much as is worth a look. Ends between two words, for half a secret is not recognised.
  private static String readable(String text) {
    if (text.length() <= READ) {
      return text;
    }
    var end = READ;
    while (end > 0 && !Character.isWhitespace(text.charAt(end))) {
      end--;
    }
    return text.substring(0, end == 0 ? READ : end) + "…";
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    var end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }
}
