package dev.latchkey.rest.account;

import io.micronaut.core.annotation.Introspected;

/// Which address is to be verified.
@Introspected
record EmailVerificationRequest(String email) {}
