package dev.latchkey.domain.apikey;

import dev.latchkey.domain.client.Scopes;
import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of a key by which a program acts for the person who made it; not the key itself.
///
/// @param name what its user calls it
/// @param scopes what it may be used for, at most: the user's own rights bound it too
/// @param hint how the key begins, by which people tell one from another
/// @param expiresAt when it ends; fixed when it is made
/// @param lastUsedAt when it was last used, give or take an hour; null before the first use
public record ApiKey(
    ApiKeyId id,
    UserId user,
    DisplayName name,
    Scopes scopes,
    String hint,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt) {

  /// Whether its time is still running at `now`.
  public boolean isRunningAt(Instant now) {
    return now.isBefore(expiresAt);
  }

  /// The same key, used at `now`.
  public ApiKey used(Instant now) {
    return new ApiKey(id, user, name, scopes, hint, createdAt, expiresAt, now);
  }
}
