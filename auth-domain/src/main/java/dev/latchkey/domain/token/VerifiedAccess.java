package dev.latchkey.domain.token;

import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.UserId;
import java.time.Instant;
import java.util.UUID;

/// What is taken from an access token once its signature, type, issuer, audience and times are
/// checked: who and which session. The role and everything else is read from the store, as it may
/// have changed since.
public record VerifiedAccess(
    UUID jti, UserId user, SessionId session, Instant issuedAt, Instant expiresAt) {}
