package dev.latchkey.verifier.jose;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/// Ed25519 (RFC 8032). A key is its 32 bytes, which follow a fixed beginning in the encoding that
/// all providers share (RFC 8410 section 4).
final class Ed25519 implements Scheme {
  private static final int BYTES = 32;
  private static final byte[] BEGINNING = HexFormat.of().parseHex("302a300506032b6570032100");

  @Override
  public JwsAlgorithm algorithm() {
    return JwsAlgorithm.EDDSA;
  }

  @Override
  public String signature() {
    return "Ed25519";
  }

  @Override
  public String keyType() {
    return "OKP";
  }

  @Override
  public boolean isFor(PublicKey key) {
    var encoded = key.getEncoded();
    return encoded != null
        && encoded.length == BEGINNING.length + BYTES
        && Arrays.equals(Arrays.copyOf(encoded, BEGINNING.length), BEGINNING);
  }

  @Override
  public boolean isWellFormed(byte[] signature) {
    return signature.length == 2 * BYTES;
  }

  @Override
  public Map<String, String> members(PublicKey key) {
    var encoded = key.getEncoded();
    var x = Arrays.copyOfRange(encoded, BEGINNING.length, encoded.length);
    return Map.of("kty", keyType(), "crv", "Ed25519", "x", Base64Url.encode(x));
  }

  @Override
  public PublicKey read(JwkMembers members) throws GeneralSecurityException {
    if (!members.says("crv", "Ed25519")) {
      throw new InvalidKeySpecException("another curve");
    }
    var encoded = Arrays.copyOf(BEGINNING, BEGINNING.length + BYTES);
    System.arraycopy(members.bytes("x", BYTES), 0, encoded, BEGINNING.length, BYTES);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }
}
