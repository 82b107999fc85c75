package dev.latchkey.rest.account;

import io.micronaut.core.annotation.Introspected;

/// Whose password is forgotten.
@Introspected
record PasswordForgotRequest(String email) {}
