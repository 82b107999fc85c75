package dev.latchkey.domain.key;

import java.util.Arrays;
import java.util.Optional;

/// What access tokens can be signed with.
public enum KeyAlgorithm {
  /// HMAC with SHA-256 (RFC 7518 section 3.2): whoever can check a token can make one.
  HS256("HS256"),
  /// ECDSA on P-256 with SHA-256 (RFC 7518 section 3.4).
  ES256("ES256"),
  /// Ed25519 (RFC 8037 section 3.1).
  EDDSA("EdDSA"),
  /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518 section 3.3).
  RS256("RS256");

  private final String code;

  KeyAlgorithm(String code) {
    this.code = code;
  }

  /// The algorithm that JOSE calls so.
  public static Optional<KeyAlgorithm> find(String code) {
    return Arrays.stream(values()).filter(algorithm -> algorithm.code.equals(code)).findAny();
  }

  /// Whether a public key checks its tokens, which anybody may have.
  public boolean hasPublicKey() {
    return this != HS256;
  }

  /// The name in a token's `alg`.
  @Override
  public String toString() {
    return code;
  }
}
