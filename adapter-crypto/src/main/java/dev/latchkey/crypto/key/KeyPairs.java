package dev.latchkey.crypto.key;

import dev.latchkey.domain.key.KeyAlgorithm;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/// Key pairs of each algorithm that has a public key, by the JDK.
final class KeyPairs {
  // 112 bits of security, enough until 2030 (NIST SP 800-57 part 1); three times as fast as 3072.
  private static final int RSA_BITS = 2048;

  private KeyPairs() {}

  static KeyPair generate(KeyAlgorithm algorithm) {
    try {
      var generator = KeyPairGenerator.getInstance(type(algorithm));
      switch (algorithm) {
        case ES256 -> generator.initialize(new ECGenParameterSpec("secp256r1"));
        case RS256 -> generator.initialize(RSA_BITS);
        default -> {}
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform makes keys for " + algorithm, e);
    }
  }

  /// @throws GeneralSecurityException for what is no key of this algorithm
  static PublicKey readPublic(KeyAlgorithm algorithm, byte[] encoded)
      throws GeneralSecurityException {
    return KeyFactory.getInstance(type(algorithm)).generatePublic(new X509EncodedKeySpec(encoded));
  }

  /// @throws GeneralSecurityException for what is no key of this algorithm
  static PrivateKey readPrivate(KeyAlgorithm algorithm, byte[] encoded)
      throws GeneralSecurityException {
    return KeyFactory.getInstance(type(algorithm))
        .generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }

  private static String type(KeyAlgorithm algorithm) {
    return switch (algorithm) {
      case ES256 -> "EC";
      case EDDSA -> "Ed25519";
      case RS256 -> "RSA";
      case HS256 -> throw new IllegalArgumentException("HS256 has no key pairs");
    };
  }
}
