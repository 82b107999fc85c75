package dev.latchkey.verifier.jose;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

/// Keys that are made once for all tests.
public final class Keys {
  public static final KeyPair P256 = ec("secp256r1");
  public static final KeyPair ED25519 = make("Ed25519", NamedParameterSpec.ED25519);
  public static final KeyPair RSA = rsa(2048);
  public static final SecretKeySpec SECRET = new SecretKeySpec(new byte[32], "HmacSHA256");

  private Keys() {}

  /// One of each algorithm.
  public static List<SigningKey> all() {
    return Stream.concat(Stream.of(SigningKey.of("hmac", SECRET)), asymmetric().stream()).toList();
  }

  public static List<SigningKey> asymmetric() {
    return Stream.of(P256, ED25519, RSA)
        .map(pair -> SigningKey.of(PublicJwk.of(pair.getPublic()).id(), pair))
        .toList();
  }

  public static KeyPair ec(String curve) {
    return make("EC", new ECGenParameterSpec(curve));
  }

  public static KeyPair rsa(int bits) {
    return make("RSA", new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
  }

  public static KeyPair make(String algorithm, AlgorithmParameterSpec parameters) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(parameters);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
