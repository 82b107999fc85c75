package dev.latchkey.domain.session;

import dev.latchkey.domain.user.UserId;
import java.time.Instant;

/// One device's stay. Opened by a log-in, kept alive by refreshes, never beyond `expiresAt`.
///
/// @param expiresAt when it ends at the latest; fixed at log-in, never moved
/// @param idleUntil when it ends unless it is refreshed before
public record Session(
    SessionId id,
    UserId user,
    Client client,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt,
    Instant idleUntil) {

  /// When the session ends if nothing more happens.
  public Instant endsAt() {
    return idleUntil.isBefore(expiresAt) ? idleUntil : expiresAt;
  }

  /// Whether its time is still running at `now`.
  public boolean isRunningAt(Instant now) {
    return now.isBefore(endsAt());
  }

  /// The same session, refreshed at `now`.
  public Session used(Instant now, Instant idleUntil) {
    return new Session(id, user, client, createdAt, now, expiresAt, idleUntil);
  }
}
