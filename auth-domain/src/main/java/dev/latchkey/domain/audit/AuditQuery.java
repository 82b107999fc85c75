package dev.latchkey.domain.audit;

import dev.latchkey.domain.user.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which events to list, the newest first, from where on.
///
/// @param user whom they concern
/// @param actor who did them
/// @param since the first moment that counts
/// @param until the first moment that no longer counts
/// @param after the place of the last event already seen; null for the first page
/// @param limit how many at most, 1 to 100
public record AuditQuery(
    @Nullable UserId user,
    @Nullable UserId actor,
    @Nullable EventKind kind,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable Place after,
    int limit) {

  /// The most events that one page holds.
  public static final int MAX_LIMIT = 100;

  public AuditQuery {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT);
    }
  }

  /// Every event.
  public static AuditQuery all(int limit) {
    return new AuditQuery(null, null, null, null, null, null, limit);
  }

  /// Every event that concerns this user.
  public static AuditQuery about(UserId user, int limit) {
    return new AuditQuery(user, null, null, null, null, null, limit);
  }

  /// The same query, from this place on.
  public AuditQuery after(@Nullable Place place) {
    return new AuditQuery(user, actor, kind, since, until, place, limit);
  }

  /// The place of one event: events of one moment follow their id.
  public record Place(Instant at, UUID id) {}
}
