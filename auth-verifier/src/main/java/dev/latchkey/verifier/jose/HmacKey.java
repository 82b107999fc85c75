package dev.latchkey.verifier.jose;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

final class HmacKey implements SigningKey {
  private static final String NAME = "HmacSHA256";
  private static final int MIN_BYTES = 32;

  private final String id;
  private final SecretKey key;

  HmacKey(String id, SecretKey key) {
    var bytes = key.getEncoded();
    if (bytes == null || bytes.length < MIN_BYTES) {
      throw new IllegalArgumentException("a key for HS256 has at least 32 bytes");
    }
    this.id = id;
    this.key = key;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public JwsAlgorithm algorithm() {
    return JwsAlgorithm.HS256;
  }

  @Override
  public byte[] sign(byte[] input) {
    try {
      var mac = Mac.getInstance(NAME);
      mac.init(key);
      return mac.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + NAME, e);
    }
  }

  @Override
  public boolean verify(byte[] input, byte[] signature) {
    return MessageDigest.isEqual(sign(input), signature);
  }

  @Override
  public String toString() {
    return "HS256 " + id;
  }
}
