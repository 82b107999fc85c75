package dev.latchkey.rest.account;

import dev.latchkey.domain.password.RawPassword;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;

/// The address to change to, and the password that proves who asks.
@Introspected
record EmailChangeRequest(
    String email,
    @Schema(implementation = String.class, format = "password") RawPassword password) {}
