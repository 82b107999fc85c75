package dev.latchkey.verifier.jose;

import java.security.PublicKey;
import javax.crypto.SecretKey;

/// A key that checks signatures of exactly one algorithm (RFC 8725 section 3.1). Safe for use by
/// many threads.
public interface VerifyingKey {

  /// A public key for ES256, EdDSA or RS256, as its kind asks.
  ///
  /// @throws IllegalArgumentException for a key that is not on P-256 or Ed25519, nor an RSA key of
  ///   2,048 to 8,192 bits
  static VerifyingKey of(String id, PublicKey key) {
    return AsymmetricVerifyingKey.of(id, key);
  }

  /// A shared secret for HS256.
  ///
  /// @throws IllegalArgumentException for fewer than 32 bytes (RFC 7518 section 3.2)
  static VerifyingKey of(String id, SecretKey key) {
    return SigningKey.of(id, key);
  }

  /// The name of the key, as `kid` gives it.
  String id();

  /// The one algorithm.
  JwsAlgorithm algorithm();

  /// Whether this key's holder signed the input. False for whatever is no signature; compares in
  /// constant time where the algorithm compares at all.
  boolean verify(byte[] input, byte[] signature);
}
