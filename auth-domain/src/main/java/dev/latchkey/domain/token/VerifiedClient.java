package dev.latchkey.domain.token;

import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.client.Scopes;
import java.time.Instant;
import java.util.UUID;

/// What is taken from a client's access token once its signature, type, issuer, audience and times
/// are checked. Whether the client is still active, and the token not revoked, is another question.
public record VerifiedClient(
    UUID jti, ClientId client, Scopes scopes, Instant issuedAt, Instant expiresAt) {}
