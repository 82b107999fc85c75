package dev.latchkey.verifier.jose;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Map;

/// RSA with the padding of PKCS #1 v1.5. Greater keys than 8,192 bits would cost too much time.
final class Rs256 implements Scheme {
  private static final int MIN_BITS = 2048;
  private static final int MAX_BITS = 8192;
  private static final int MAX_EXPONENT_BITS = 64;
  private static final BigInteger THREE = BigInteger.valueOf(3);

  @Override
  public JwsAlgorithm algorithm() {
    return JwsAlgorithm.RS256;
  }

  @Override
  public String signature() {
    return "SHA256withRSA";
  }

  @Override
  public String keyType() {
    return "RSA";
  }

  @Override
  public boolean isFor(PublicKey key) {
    return key instanceof RSAPublicKey rsa
        && rsa.getAlgorithm().equals("RSA")
        && isOddWithin(rsa.getModulus(), MIN_BITS, MAX_BITS)
        && isOddWithin(rsa.getPublicExponent(), 2, MAX_EXPONENT_BITS)
        && rsa.getPublicExponent().compareTo(THREE) >= 0;
  }

  private static boolean isOddWithin(BigInteger number, int minBits, int maxBits) {
    return number.signum() > 0
        && number.testBit(0)
        && number.bitLength() >= minBits
        && number.bitLength() <= maxBits;
  }

  /// The JDK demands exactly as many bytes as the modulus has.
  @Override
  public boolean isWellFormed(byte[] signature) {
    return signature.length >= MIN_BITS / 8 && signature.length <= MAX_BITS / 8;
  }

  @Override
  public Map<String, String> members(PublicKey key) {
    var rsa = (RSAPublicKey) key;
    return Map.of(
        "kty", keyType(),
        "n", Base64Url.encode(Unsigned.bytes(rsa.getModulus())),
        "e", Base64Url.encode(Unsigned.bytes(rsa.getPublicExponent())));
  }

  @Override
  public PublicKey read(JwkMembers members) throws GeneralSecurityException {
    var n = new BigInteger(1, members.bytes("n"));
    var e = new BigInteger(1, members.bytes("e"));
    return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(n, e));
  }
}
