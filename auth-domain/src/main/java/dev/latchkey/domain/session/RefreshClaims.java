package dev.latchkey.domain.session;

import dev.latchkey.domain.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// What a refresh token says. Together with the signing key this fixes its every byte, so that a
/// token can be written again although only its digest is stored.
///
/// @param issuedAt in whole seconds, as a JWT has them
/// @param expiresAt the end of the session, in whole seconds
/// @param keyId which key signs it
public record RefreshClaims(
    UUID jti, SessionId session, UserId user, Instant issuedAt, Instant expiresAt, String keyId) {

  public RefreshClaims {
    issuedAt = issuedAt.truncatedTo(ChronoUnit.SECONDS);
    expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
  }
}
