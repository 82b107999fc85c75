package dev.latchkey.rest.account;

import dev.latchkey.application.account.Registration;
import dev.latchkey.domain.password.RawPassword;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a person sends to register.
@Introspected
record RegisterRequest(
    String email,
    @Schema(implementation = String.class, format = "password") RawPassword password,
    @Nullable String username,
    @Nullable String name,
    @Nullable String imageUrl,
    @Nullable String role) {

  Registration toRegistration() {
    return new Registration(email, password, username, name, imageUrl, role);
  }
}
