package dev.latchkey.domain.secret;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/// The form of secrets that people paste into settings, and sometimes into a repository: a prefix,
/// 256 bits of chance in 43 of `[0-9A-Za-z]`, and the CRC-32 of all that in 6 more. By prefix and
/// checksum those who scan for lost secrets tell one from other text, and a slip of the pen is seen
/// without asking the store.
public final class ScannableSecret {
  private static final int BYTES = 32;
  private static final int RANDOM_DIGITS = 43;
  private static final int CHECK_DIGITS = 6;
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());

  private ScannableSecret() {}

  /// Makes a secret that nobody can guess.
  ///
  /// @param prefix what it begins with, such as `lks_`
  public static String make(String prefix, SecureRandom random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    var body = prefix + digits(new BigInteger(1, bytes), RANDOM_DIGITS);
    return body + checksum(body);
  }

  /// Whether the text has the form, with its checksum: not, whether it was ever made.
  public static boolean isWellFormed(String prefix, String text) {
    if (text.length() != prefix.length() + RANDOM_DIGITS + CHECK_DIGITS
        || !text.startsWith(prefix)
        || !text.chars().skip(prefix.length()).allMatch(c -> DIGITS.indexOf(c) >= 0)) {
      return false;
    }
    var end = text.length() - CHECK_DIGITS;
    return text.substring(end).equals(checksum(text.substring(0, end)));
  }

  private static String checksum(String body) {
    var crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.US_ASCII));
    return digits(BigInteger.valueOf(crc.getValue()), CHECK_DIGITS);
  }

  private static String digits(BigInteger number, int length) {
    var text = new StringBuilder();
    for (var rest = number; text.length() < length; rest = rest.divide(BASE)) {
      text.append(DIGITS.charAt(rest.mod(BASE).intValue()));
    }
    return text.reverse().toString();
  }
}
