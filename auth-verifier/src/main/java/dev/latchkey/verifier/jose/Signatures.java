package dev.latchkey.verifier.jose;

import java.security.NoSuchAlgorithmException;
import java.security.Signature;

/// A fresh one for each use: none is shared by threads.
final class Signatures {
  private Signatures() {}

  static Signature of(Scheme scheme) {
    try {
      return Signature.getInstance(scheme.signature());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no " + scheme.signature(), e);
    }
  }
}
