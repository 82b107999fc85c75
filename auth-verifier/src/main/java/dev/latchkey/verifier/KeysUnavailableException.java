package dev.latchkey.verifier;

import org.jspecify.annotations.Nullable;

/// The keys of the issuer could not be fetched, and none that are held will do.
public final class KeysUnavailableException extends UnavailableException {
  private static final long serialVersionUID = 1;

  KeysUnavailableException(@Nullable Throwable cause) {
    super("the keys of the issuer cannot be had", cause);
  }
}
