package dev.latchkey.crypto.password;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.util.DigestFactory;

/// PBKDF2 with HMAC-SHA-256 or HMAC-SHA-512 (RFC 8018), in the forms that are about: PHC
/// (`$pbkdf2-sha256$i=…$salt$tag`), passlib (`$pbkdf2-sha256$…$salt$tag`, with `.` for `+`) and
/// Django (`pbkdf2_sha256$…$salt$tag`, whose salt is text and whose tag is padded).
record Pbkdf2Hash(boolean isSha512, int iterations, SaltedTag salted) implements StoredHash {
  private static final Pattern FORM =
      Pattern.compile(
          "\\$pbkdf2-sha(256|512)\\$(?:i=)?([1-9]\\d{0,7})(?:,l=\\d{1,3})?\\$([^$]{1,86})\\$([^$]{1,86})");
  private static final Pattern DJANGO =
      Pattern.compile(
          "pbkdf2_sha(256|512)\\$([1-9]\\d{0,7})\\$([!-#%-~]{8,64})\\$([A-Za-z0-9+/]{22,86}={0,2})");
  private static final int MAX_ITERATIONS = 10_000_000;

  static Optional<Pbkdf2Hash> read(String text) {
    var parts = FORM.matcher(text);
    if (parts.matches()) {
      return of(parts, SaltedTag.decode(plain(parts.group(3)), plain(parts.group(4))));
    }
    var django = DJANGO.matcher(text);
    return django.matches()
        ? of(django, SaltedTag.withSalt(ascii(django.group(3)), unpadded(django.group(4))))
        : Optional.empty();
  }

  private static Optional<Pbkdf2Hash> of(Matcher parts, Optional<SaltedTag> salted) {
    var iterations = Integer.parseInt(parts.group(2));
    return iterations > MAX_ITERATIONS
        ? Optional.empty()
        : salted.map(s -> new Pbkdf2Hash(parts.group(1).equals("512"), iterations, s));
  }

  private static String plain(String passlib) {
    return passlib.replace('.', '+');
  }

  private static String unpadded(String base64) {
    return base64.length() % 4 == 0 ? base64.replace("=", "") : "";
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public boolean matches(byte[] password) {
    // By the factory: to see that a class is a digest, the JVM opens the library's signed jar, at
    // each start where it loads classes ahead of their use.
    var digest = isSha512 ? DigestFactory.createSHA512() : DigestFactory.createSHA256();
    var generator = new PKCS5S2ParametersGenerator(digest);
    generator.init(password, salted.salt(), iterations);
    var key = (KeyParameter) generator.generateDerivedMacParameters(8 * salted.tagLength());
    return salted.hasTag(key.getKey());
  }
}
