package dev.latchkey.verifier.jose;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;

final class AsymmetricSigningKey implements SigningKey {
  private static final byte[] TRIAL = {1, 2, 3};

  private final Scheme scheme;
  private final PrivateKey key;
  private final VerifyingKey verifying;

  private AsymmetricSigningKey(Scheme scheme, PrivateKey key, VerifyingKey verifying) {
    this.scheme = scheme;
    this.key = key;
    this.verifying = verifying;
  }

  static AsymmetricSigningKey of(String id, KeyPair pair) {
    var verifying = VerifyingKey.of(id, pair.getPublic());
    var signing =
        new AsymmetricSigningKey(Scheme.of(pair.getPublic()), pair.getPrivate(), verifying);
    if (!signing.signsWhatItVerifies()) {
      throw new IllegalArgumentException("the halves of a key pair do not belong together");
    }
    return signing;
  }

  private boolean signsWhatItVerifies() {
    try {
      return verify(TRIAL, sign(TRIAL));
    } catch (IllegalStateException otherKind) {
      return false;
    }
  }

  @Override
  public String id() {
    return verifying.id();
  }

  @Override
  public JwsAlgorithm algorithm() {
    return verifying.algorithm();
  }

  @Override
  public byte[] sign(byte[] input) {
    try {
      var signature = Signatures.of(scheme);
      signature.initSign(key);
      signature.update(input);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(this + " does not sign", e);
    }
  }

  @Override
  public boolean verify(byte[] input, byte[] signature) {
    return verifying.verify(input, signature);
  }

  @Override
  public String toString() {
    return verifying.toString();
  }
}
