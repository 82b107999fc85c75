package dev.latchkey.domain.client;

import dev.latchkey.domain.user.DisplayName;
import java.time.Instant;

/// A service that may ask for tokens in its own name, and about the tokens of others (RFC 6749
/// section 2).
///
/// @param scopes what it may ask for
/// @param active whether it is let in at all
public record RegisteredClient(
    ClientId id, DisplayName name, Scopes scopes, boolean active, Instant createdAt) {}
