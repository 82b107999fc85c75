package dev.latchkey.verifier;

import org.jspecify.annotations.Nullable;

/// The issuer could not be asked, or gave no answer that can be understood.
public final class IntrospectionUnavailableException extends UnavailableException {
  private static final long serialVersionUID = 1;

  IntrospectionUnavailableException(@Nullable Throwable cause) {
    super("the issuer does not say whether tokens are active", cause);
  }
}
