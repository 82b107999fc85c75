package dev.latchkey.verifier;

import org.jspecify.annotations.Nullable;

/// It cannot be said whether a token is good: answer 503, never 401, or good clients log their
/// users out.
public abstract class UnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
