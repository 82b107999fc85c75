package dev.latchkey.verifier;

import dev.latchkey.verifier.jose.Flaw;

/// A token is not good: answer 401 with `WWW-Authenticate: Bearer error="invalid_token"` (RFC 6750
/// section 3). Quotes nothing of the token.
public final class InvalidTokenException extends Exception {
  private static final long serialVersionUID = 1;

  private final Flaw flaw;

  InvalidTokenException(Flaw flaw) {
    super("the access token is not good: " + flaw, null, false, false);
    this.flaw = flaw;
  }

  /// What is wrong, for logs; not for whoever sent the token.
  public Flaw flaw() {
    return flaw;
  }
}
