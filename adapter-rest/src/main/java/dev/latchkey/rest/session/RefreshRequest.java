package dev.latchkey.rest.session;

import io.micronaut.core.annotation.Introspected;

/// A refresh token, to be rotated or to log out with.
@Introspected
record RefreshRequest(String refreshToken) {

  @Override
  public String toString() {
    return "RefreshRequest[***]";
  }
}
