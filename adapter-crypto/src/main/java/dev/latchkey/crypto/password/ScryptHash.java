package dev.latchkey.crypto.password;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.SCrypt;

/// `$scrypt$ln=…,r=…,p=…$salt$tag` (RFC 7914), as passlib and the PHC string format write it; `ln`
/// is the binary logarithm of N.
record ScryptHash(int ln, int r, int p, SaltedTag salted) implements StoredHash {
  private static final Pattern FORM =
      Pattern.compile(
          "\\$scrypt\\$ln=([1-9]\\d?),r=([1-9]\\d?),p=([1-9]\\d?)\\$([^$]{1,86})\\$([^$]{1,86})");
  private static final int MAX_LN = 20;
  private static final long MAX_MEMORY = 256L << 20;
  private static final long MAX_WORK = 512L << 20;

  static Optional<ScryptHash> read(String text) {
    var parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var ln = Integer.parseInt(parts.group(1));
    var r = Integer.parseInt(parts.group(2));
    var p = Integer.parseInt(parts.group(3));
    return areInBounds(ln, r, p)
        ? SaltedTag.decode(parts.group(4), parts.group(5))
            .map(salted -> new ScryptHash(ln, r, p, salted))
        : Optional.empty();
  }

  private static boolean areInBounds(int ln, int r, int p) {
    var block = 128L * r;
    return ln <= MAX_LN
        // RFC 7914 section 2: N is less than 2^(128 * r / 8).
        && ln < 16L * r
        && (block << ln) + block * p <= MAX_MEMORY
        && (block << ln) * p <= MAX_WORK;
  }

  @Override
  public boolean matches(byte[] password) {
    return salted.hasTag(
        SCrypt.generate(password, salted.salt(), 1 << ln, r, p, salted.tagLength()));
  }
}
