package dev.latchkey.domain.key;

import java.util.Arrays;

/// The two halves of a key pair: the public one in the clear, the private one only sealed, under a
/// key that the store does not know.
public final class KeyMaterial {
  private final byte[] publicKey;
  private final byte[] sealedPrivateKey;

  /// @param publicKey a SubjectPublicKeyInfo in DER (RFC 5280 section 4.1)
  /// @param sealedPrivateKey in the form of whoever sealed it
  public KeyMaterial(byte[] publicKey, byte[] sealedPrivateKey) {
    this.publicKey = publicKey.clone();
    this.sealedPrivateKey = sealedPrivateKey.clone();
  }

  public byte[] publicKey() {
    return publicKey.clone();
  }

  public byte[] sealedPrivateKey() {
    return sealedPrivateKey.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyMaterial that
        && Arrays.equals(publicKey, that.publicKey)
        && Arrays.equals(sealedPrivateKey, that.sealedPrivateKey);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(publicKey);
  }

  @Override
  public String toString() {
    return "KeyMaterial[***]";
  }
}
