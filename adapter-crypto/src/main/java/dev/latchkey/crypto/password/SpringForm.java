package dev.latchkey.crypto.password;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The forms of Spring Security's `DelegatingPasswordEncoder`: an id in braces before what the
/// encoder of that name writes.
final class SpringForm {
  private static final Pattern FORM = Pattern.compile("\\{([A-Za-z0-9@_.-]{1,64})\\}(.*)");

  /// `$`, 16 bits of log2 N, 8 of r and 8 of p in hexadecimal, salt, tag.
  private static final Pattern SCRYPT =
      Pattern.compile(
          "\\$([0-9a-f]{5,6})\\$([A-Za-z0-9+/]{1,86}={0,2})\\$([A-Za-z0-9+/]{1,86})={0,2}");

  /// 16 bytes of salt and 32 of tag, with the defaults of that version: 310,000 rounds of SHA-256.
  private static final String PBKDF2 = "pbkdf2@SpringSecurity_v5_8";

  private static final Pattern PBKDF2_BYTES = Pattern.compile("[0-9a-fA-F]{96}");
  private static final int PBKDF2_SALT = 16;

  private SpringForm() {}

  /// The PHC string of the same hash; the text itself where it is of no such form.
  static String toPhc(String text) {
    var parts = FORM.matcher(text);
    if (!parts.matches()) {
      return text;
    }
    var encoded = parts.group(2);
    if (parts.group(1).equals(PBKDF2)) {
      return PBKDF2_BYTES.matcher(encoded).matches() ? pbkdf2(encoded) : text;
    }
    var scrypt = SCRYPT.matcher(encoded);
    return scrypt.matches()
        ? scrypt(Integer.parseInt(scrypt.group(1), 16), scrypt.group(2), scrypt.group(3))
        : encoded;
  }

  private static String scrypt(int costs, String salt, String tag) {
    return "$scrypt$ln=%d,r=%d,p=%d$%s$%s"
        .formatted(costs >> 16, (costs >> 8) & 0xff, costs & 0xff, salt.replace("=", ""), tag);
  }

  private static String pbkdf2(String hex) {
    var bytes = HexFormat.of().parseHex(hex);
    return "$pbkdf2-sha256$i=310000$%s$%s"
        .formatted(
            StrictBase64.encode(Arrays.copyOf(bytes, PBKDF2_SALT)),
            StrictBase64.encode(Arrays.copyOfRange(bytes, PBKDF2_SALT, bytes.length)));
  }
}
