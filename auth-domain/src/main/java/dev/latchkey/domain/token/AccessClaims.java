package dev.latchkey.domain.token;

import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.domain.user.Username;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an access token says of its bearer (RFC 9068 section 2.2). Issuer and audience are the
/// issuing adapter's.
///
/// @param authenticatedAt when the user logged in, however often the session was refreshed since
public record AccessClaims(
    UUID jti,
    UserId user,
    SessionId session,
    RoleName role,
    EmailAddress email,
    @Nullable Username username,
    Instant authenticatedAt,
    Instant issuedAt,
    Instant expiresAt) {}
