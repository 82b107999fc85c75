package dev.latchkey.verifier.jose;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.util.Arrays;
import java.util.Map;

/// ECDSA on P-256. Points are checked to be on the curve and signatures to be within the order,
/// whatever the JDK at hand does (CVE-2022-21449).
final class Es256 implements Scheme {
  private static final int BYTES = 32;
  private static final ECParameterSpec P256 = p256();
  private static final BigInteger PRIME = ((ECFieldFp) P256.getCurve().getField()).getP();

  private static ECParameterSpec p256() {
    try {
      var parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has P-256", e);
    }
  }

  @Override
  public JwsAlgorithm algorithm() {
    return JwsAlgorithm.ES256;
  }

  @Override
  public String signature() {
    return "SHA256withECDSAinP1363Format";
  }

  @Override
  public String keyType() {
    return "EC";
  }

  @Override
  public boolean isFor(PublicKey key) {
    return key instanceof ECPublicKey point && isP256(point.getParams()) && isOnCurve(point.getW());
  }

  private static boolean isP256(ECParameterSpec parameters) {
    return parameters.getCurve().equals(P256.getCurve())
        && parameters.getGenerator().equals(P256.getGenerator())
        && parameters.getOrder().equals(P256.getOrder())
        && parameters.getCofactor() == P256.getCofactor();
  }

  private static boolean isOnCurve(ECPoint point) {
    var x = point.getAffineX();
    var y = point.getAffineY();
    if (x == null || y == null || !isInField(x) || !isInField(y)) {
      return false;
    }
    var curve = P256.getCurve();
    var right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB());
    return y.pow(2).subtract(right).mod(PRIME).signum() == 0;
  }

  private static boolean isInField(BigInteger coordinate) {
    return coordinate.signum() >= 0 && coordinate.compareTo(PRIME) < 0;
  }

  @Override
  public boolean isWellFormed(byte[] signature) {
    return signature.length == 2 * BYTES
        && isInOrder(Arrays.copyOf(signature, BYTES))
        && isInOrder(Arrays.copyOfRange(signature, BYTES, 2 * BYTES));
  }

  private static boolean isInOrder(byte[] bytes) {
    var number = new BigInteger(1, bytes);
    return number.signum() > 0 && number.compareTo(P256.getOrder()) < 0;
  }

  @Override
  public Map<String, String> members(PublicKey key) {
    var point = ((ECPublicKey) key).getW();
    return Map.of(
        "kty", keyType(),
        "crv", "P-256",
        "x", Base64Url.encode(Unsigned.bytes(point.getAffineX(), BYTES)),
        "y", Base64Url.encode(Unsigned.bytes(point.getAffineY(), BYTES)));
  }

  @Override
  public PublicKey read(JwkMembers members) throws GeneralSecurityException {
    if (!members.says("crv", "P-256")) {
      throw new InvalidKeySpecException("another curve");
    }
    var x = new BigInteger(1, members.bytes("x", BYTES));
    var y = new BigInteger(1, members.bytes("y", BYTES));
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), P256));
  }
}
