package dev.latchkey.rest.account;

import io.micronaut.core.annotation.Introspected;

/// What the link in a mail ends with.
@Introspected
record EmailVerifyRequest(String token) {

  @Override
  public String toString() {
    return "EmailVerifyRequest[***]";
  }
}
