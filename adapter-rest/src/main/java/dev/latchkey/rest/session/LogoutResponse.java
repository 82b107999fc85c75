package dev.latchkey.rest.session;

import io.micronaut.serde.annotation.Serdeable;

/// The word that a log-out has been done.
@Serdeable
record LogoutResponse(String status) {}
