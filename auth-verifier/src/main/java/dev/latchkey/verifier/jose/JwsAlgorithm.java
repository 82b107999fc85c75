package dev.latchkey.verifier.jose;

import java.util.Arrays;
import java.util.Optional;

/// The algorithms that sign tokens.
public enum JwsAlgorithm {
  /// HMAC-SHA-256 with a shared secret (RFC 7518 section 3.2): who can check can also sign.
  HS256("HS256"),

  /// ECDSA with SHA-256 on P-256 (RFC 7518 section 3.4).
  ES256("ES256"),

  /// Ed25519, under the name of RFC 8037. Ed448 has the same name and is not meant.
  EDDSA("EdDSA"),

  /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518 section 3.3).
  RS256("RS256");

  private final String joseName;

  JwsAlgorithm(String joseName) {
    this.joseName = joseName;
  }

  /// The algorithm that `alg` names so, letter by letter.
  public static Optional<JwsAlgorithm> of(String joseName) {
    return Arrays.stream(values())
        .filter(algorithm -> algorithm.joseName.equals(joseName))
        .findFirst();
  }

  /// The name in `alg`.
  public String joseName() {
    return joseName;
  }
}
