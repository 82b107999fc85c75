package dev.latchkey.rest.account;

import dev.latchkey.domain.password.RawPassword;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;

/// The present password and the one to come.
@Introspected
record PasswordChangeRequest(
    @Schema(implementation = String.class, format = "password") RawPassword currentPassword,
    @Schema(implementation = String.class, format = "password") RawPassword newPassword) {}
