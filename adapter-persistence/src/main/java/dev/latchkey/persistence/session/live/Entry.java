package dev.latchkey.persistence.session.live;

import dev.latchkey.domain.session.LiveSession;
import java.time.Duration;
import java.util.UUID;

/// A session as it was read.
final class Entry {
  private final LiveSession session;
  private final long readAt;
  private boolean used;

  /// @param readAt by [System#nanoTime()]
  Entry(LiveSession session, long readAt) {
    this.session = session;
    this.readAt = readAt;
  }

  LiveSession session() {
    return session;
  }

  UUID id() {
    return session.session().id().value();
  }

  UUID user() {
    return session.user().id().value();
  }

  boolean isOlderThan(Duration age, long nanos) {
    return nanos - readAt > age.toNanos();
  }

  /// Notes that somebody asked. A race about it does no harm.
  void use() {
    if (!used) {
      used = true;
    }
  }

  /// Whether somebody asked since the last call.
  boolean wasUsed() {
    var was = used;
    used = false;
    return was;
  }
}
