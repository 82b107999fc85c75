package dev.latchkey.verifier.jose;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;

final class AsymmetricVerifyingKey implements VerifyingKey {
  private final String id;
  private final Scheme scheme;
  private final PublicKey key;

  private AsymmetricVerifyingKey(String id, Scheme scheme, PublicKey key) {
    this.id = id;
    this.scheme = scheme;
    this.key = key;
  }

  static AsymmetricVerifyingKey of(String id, PublicKey key) {
    var verifying = new AsymmetricVerifyingKey(id, Scheme.of(key), key);
    try {
      // The JDK looks at some keys, such as points of Ed25519, only when they are used.
      verifying.begin();
    } catch (InvalidKeyException unusable) {
      throw new IllegalArgumentException("not a usable key", unusable);
    }
    return verifying;
  }

  private Signature begin() throws InvalidKeyException {
    var verification = Signatures.of(scheme);
    verification.initVerify(key);
    return verification;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public JwsAlgorithm algorithm() {
    return scheme.algorithm();
  }

  @Override
  public boolean verify(byte[] input, byte[] signature) {
    if (!scheme.isWellFormed(signature)) {
      return false;
    }
    try {
      var verification = begin();
      verification.update(input);
      return verification.verify(signature);
    } catch (SignatureException malformed) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(this + " does not verify", e);
    }
  }

  @Override
  public String toString() {
    return algorithm().joseName() + " " + id;
  }
}
