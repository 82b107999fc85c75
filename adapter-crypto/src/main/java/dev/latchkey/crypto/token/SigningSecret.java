package dev.latchkey.crypto.token;

import dev.latchkey.verifier.jose.SigningKey;
import java.nio.charset.StandardCharsets;
import javax.crypto.spec.SecretKeySpec;

/// The secret that HMAC keys come from: at least 32 bytes, as HS256 asks (RFC 7518 section 3.2).
/// Shows itself to nobody outside this package.
public final class SigningSecret {
  /// The fewest bytes that a secret may have.
  public static final int MIN_BYTES = 32;

  private static final String HMAC = "HmacSHA256";

  private final byte[] bytes;

  /// Takes a copy; the caller may wipe what it gave.
  ///
  /// @throws IllegalArgumentException for fewer than 32 bytes
  public SigningSecret(byte[] bytes) {
    if (bytes.length < MIN_BYTES) {
      throw new IllegalArgumentException("a signing secret has at least 32 bytes");
    }
    this.bytes = bytes.clone();
  }

  /// The key that HS256 signs access tokens with.
  public SigningKey hs256() {
    return Hs256Key.of(this);
  }

  SecretKeySpec asKey() {
    return new SecretKeySpec(bytes, HMAC);
  }

  /// Another secret of 32 bytes, from which this one cannot be computed. A label with a space in it
  /// is never the input of a token's signature, which is Base64url and a dot.
  SigningSecret derive(String label) {
    var input = label.getBytes(StandardCharsets.US_ASCII);
    return new SigningSecret(Hmac.sha256(asKey(), input));
  }

  @Override
  public String toString() {
    return "SigningSecret[***]";
  }
}
