package dev.latchkey.rest.session;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// The devices on which a user is logged in, the last used first.
@Serdeable
record SessionList(List<SessionResponse> items) {}
