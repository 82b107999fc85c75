package dev.latchkey.crypto.password;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Django's forms, which name the algorithm and then write what it likes. PBKDF2 is stored as it
/// is.
final class DjangoForm {
  private static final Pattern WRAPPED = Pattern.compile("(?:argon2|bcrypt\\$)(\\$.*)");

  /// N, salt as text, r, p, tag.
  private static final Pattern SCRYPT =
      Pattern.compile(
          "scrypt\\$([1-9]\\d{0,9})\\$([!-#%-~]{8,64})\\$(\\d{1,2})\\$(\\d{1,2})\\$([A-Za-z0-9+/]{1,86})={0,2}");

  private DjangoForm() {}

  /// The PHC string of the same hash; the text itself where it is of no such form.
  static String toPhc(String text) {
    var wrapped = WRAPPED.matcher(text);
    if (wrapped.matches()) {
      return wrapped.group(1);
    }
    var scrypt = SCRYPT.matcher(text);
    if (!scrypt.matches() || Long.bitCount(Long.parseLong(scrypt.group(1))) != 1) {
      return text;
    }
    return "$scrypt$ln=%d,r=%s,p=%s$%s$%s"
        .formatted(
            Long.numberOfTrailingZeros(Long.parseLong(scrypt.group(1))),
            scrypt.group(3),
            scrypt.group(4),
            StrictBase64.encode(scrypt.group(2).getBytes(StandardCharsets.US_ASCII)),
            scrypt.group(5));
  }
}
