package dev.latchkey.crypto.token;

/// A key that signs and checks with exactly one algorithm (RFC 8725 section 3.1).
interface TokenKey {

  /// The one algorithm, as `alg` names it.
  String algorithm();

  /// The name of the key, as `kid` gives it. Tells nothing of the key.
  String id();

  byte[] sign(byte[] input);

  /// Compares in constant time where the algorithm compares at all.
  boolean verify(byte[] input, byte[] signature);
}
