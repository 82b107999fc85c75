package dev.latchkey.domain.limit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is kept of a key: how stores in memory count, and what a store's own statement must come
/// to.
///
/// @param hits how many attempts the running window has seen
/// @param openAt when the next attempt is allowed; the epoch where the limit is not used up, so
///   that a node whose clock is a little behind does not wait for it
/// @param resetsAt when the count starts anew, never before `openAt`
public record Counter(int hits, Instant openAt, Instant resetsAt) {

  /// Whether one more attempt is allowed at `now`.
  public boolean admitsAt(Instant now) {
    return !now.isBefore(openAt);
  }

  /// The counter after one more attempt, which it admits.
  ///
  /// @param before null where nothing was counted yet
  public static Counter after(@Nullable Counter before, Limit limit, Instant now) {
    return before == null || !now.isBefore(before.resetsAt)
        ? raised(1, now.plus(limit.window()), limit, now)
        : raised(before.hits + 1, before.resetsAt, limit, now);
  }

  private static Counter raised(int hits, Instant resetsAt, Limit limit, Instant now) {
    if (hits < limit.max()) {
      return new Counter(hits, Instant.EPOCH, resetsAt);
    }
    if (!limit.isGrowing()) {
      return new Counter(hits, resetsAt, resetsAt);
    }
    var openAt = now.plus(limit.waitAfter(hits));
    return new Counter(hits, openAt, openAt.plus(limit.window()));
  }

  /// The counter as if the last attempt had not been.
  public Counter released() {
    return new Counter(Math.max(hits - 1, 0), Instant.EPOCH, resetsAt);
  }
}
