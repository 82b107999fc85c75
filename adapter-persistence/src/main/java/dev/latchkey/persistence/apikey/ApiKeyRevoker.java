package dev.latchkey.persistence.apikey;

import dev.latchkey.domain.user.UserId;
import dev.latchkey.persistence.Micros;
import jakarta.inject.Singleton;
import java.time.Instant;

/// Revokes a user's keys within whatever transaction there is, which has locked the user's row.
@Singleton
public final class ApiKeyRevoker {
  private final ApiKeyRows rows;

  ApiKeyRevoker(ApiKeyRows rows) {
    this.rows = rows;
  }

  /// Revokes every key of a user. A statement of its own, so that it sees the key of a call that
  /// has committed just before.
  public void revokeAll(UserId user, Instant now) {
    rows.revokeAll(user.value(), Micros.of(now));
  }
}
