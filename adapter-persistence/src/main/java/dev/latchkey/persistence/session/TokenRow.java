package dev.latchkey.persistence.session;

import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.user.UserId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of `auth.refresh_token`.
@SuppressWarnings("ArrayRecordComponent") // a column is what it is, and nobody else holds it
@MappedEntity(value = "refresh_token", schema = "auth")
record TokenRow(
    @Id UUID jti,
    UUID sessionId,
    long generation,
    byte[] tokenHash,
    Instant issuedAt,
    Instant expiresAt,
    String keyId,
    @Nullable Instant rotatedAt) {

  boolean hasDigest(TokenDigest digest) {
    return TokenDigest.ofBytes(tokenHash).equals(digest);
  }

  boolean isParentOf(TokenRow other) {
    return sessionId.equals(other.sessionId) && generation + 1 == other.generation;
  }

  /// A grace of zero is strict: even the very instant of the rotation is too late.
  boolean wasSpentWithin(Duration grace, Instant now) {
    return rotatedAt != null && !grace.isZero() && !now.isAfter(rotatedAt.plus(grace));
  }

  RefreshClaims toClaims(UserId user) {
    return new RefreshClaims(jti, new SessionId(sessionId), user, issuedAt, expiresAt, keyId);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenRow that && jti.equals(that.jti);
  }

  @Override
  public int hashCode() {
    return jti.hashCode();
  }

  @Override
  public String toString() {
    return "TokenRow[" + jti + "]";
  }
}
