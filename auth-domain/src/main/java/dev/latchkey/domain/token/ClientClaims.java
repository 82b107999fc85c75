package dev.latchkey.domain.token;

import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.client.Scopes;
import java.time.Instant;
import java.util.UUID;

/// What an access token says that a client got for itself (RFC 9068 section 2.2): the client is its
/// own subject, and there is no session. Issuer and audience are the issuing adapter's.
public record ClientClaims(
    UUID jti, ClientId client, Scopes scopes, Instant issuedAt, Instant expiresAt) {}
