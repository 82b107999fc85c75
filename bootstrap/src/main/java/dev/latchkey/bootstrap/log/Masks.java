package dev.latchkey.bootstrap.log;

import java.util.List;
import java.util.regex.Pattern;

/// Hides what looks like a secret or names a person, wherever in a text it stands. The last net:
/// nothing that is written by us should ever need it, but libraries write too.
final class Masks {
  private static final List<Mask> ALL =
      List.of(
          new Mask("://", "://[^\\s\"'<>]*@", "://***@"),
          // Behind a path: neither a question nor the place of a value in SQL.
          new Mask("?", "(?<=[\\w/}~.-])\\?[^\\s\"'<>\\])]++", "?***"),
          new Mask("lk", "\\b(lk[a-z]_)[0-9A-Za-z]{8,}", "$1***"),
          new Mask("eyJ", "eyJ[\\w-]{4,}(?:\\.[\\w-]*){0,4}", "eyJ***"),
          new Mask(
              "$",
              "\\$(argon2\\w*|2[abxy]|s?crypt|bcrypt[\\w-]*|pbkdf2[\\w-]*|[1567y]|s0)\\$[^\\s\"';]+",
              "\\$$1\\$***"),
          new Mask("", "(?i)\\b(bearer|basic|digest)\\s+[\\w.~+/=-]{8,}", "$1 ***"),
          new Mask(
              "",
              "(?i)(pass(?:word|wd|phrase)?|pwd|secret|token|authorization|cookie|pepper"
                  + "|api[_-]?key|credentials?)(\"?\\s*[=:]\\s*)"
                  + "(?!\\*\\*\\*)(\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+){0,100}\"?"
                  + "|'[^']*+'?|[^\\s,;&)}\\]\"]+)",
              "$1$2***"),
          new Mask(
              "@",
              "(?<![\\p{L}\\p{N}_.+-])([\\p{L}\\p{N}_])[\\p{L}\\p{N}_.!#$%&'*+/=?^`{|}~-]*+"
                  + "@([\\p{L}\\p{N}_-]+(?:\\.[\\p{L}\\p{N}_-]+)+)",
              "$1***@$2"));

  private Masks() {}

  /// @param sign without which the pattern is not even tried
  private record Mask(String sign, Pattern pattern, String instead) {
    Mask(String sign, String pattern, String instead) {
      this(sign, Pattern.compile(pattern), instead);
    }

    String on(String text) {
      return text.contains(sign) ? pattern.matcher(text).replaceAll(instead) : text;
    }
  }

  /// The text with everything hidden that must not be read.
  static String on(String text) {
    var masked = text;
    for (var mask : ALL) {
      masked = mask.on(masked);
    }
    return masked;
  }
}
