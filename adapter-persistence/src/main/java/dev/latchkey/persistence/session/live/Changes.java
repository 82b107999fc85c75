package dev.latchkey.persistence.session.live;

import java.util.UUID;

/// The last sessions and users that were changed, in order. Not safe for use by many threads.
final class Changes {
  private static final int REMEMBERED = 1_024;

  private final UUID[] last = new UUID[REMEMBERED];
  private long count;

  /// The moment, as [#any] takes it.
  long stamp() {
    return count;
  }

  void add(UUID id) {
    last[index(count++)] = id;
  }

  /// From here on, everything counts as changed before.
  void addAll() {
    count += REMEMBERED + 1L;
  }

  /// Whether one of the two was changed since, or may have been.
  boolean any(long since, UUID session, UUID user) {
    if (count - since > REMEMBERED) {
      return true;
    }
    for (var at = since; at < count; at++) {
      var id = last[index(at)];
      if (session.equals(id) || user.equals(id)) {
        return true;
      }
    }
    return false;
  }

  private static int index(long at) {
    return (int) (at % REMEMBERED);
  }
}
