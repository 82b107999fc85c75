package dev.latchkey.verifier.jose;

import java.security.KeyPair;
import javax.crypto.SecretKey;

/// A key that signs with exactly one algorithm, and checks what it signed. Safe for use by many
/// threads. Shows nothing of itself but its name and algorithm.
public interface SigningKey extends VerifyingKey {

  /// A key pair for ES256, EdDSA or RS256, as its kind asks.
  ///
  /// @throws IllegalArgumentException for a key that [VerifyingKey] refuses, or two halves that do
  ///   not belong together
  static SigningKey of(String id, KeyPair pair) {
    return AsymmetricSigningKey.of(id, pair);
  }

  /// A shared secret for HS256.
  ///
  /// @throws IllegalArgumentException for fewer than 32 bytes (RFC 7518 section 3.2)
  static SigningKey of(String id, SecretKey key) {
    return new HmacKey(id, key);
  }

  /// The signature of this input, in its JOSE form.
  byte[] sign(byte[] input);
}
