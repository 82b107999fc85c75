package dev.latchkey.rest.account;

import dev.latchkey.domain.password.RawPassword;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;

/// What the link in a mail ends with, and the password to come.
@Introspected
record PasswordResetRequest(
    String token,
    @Schema(implementation = String.class, format = "password") RawPassword password) {

  @Override
  public String toString() {
    return "PasswordResetRequest[***]";
  }
}
