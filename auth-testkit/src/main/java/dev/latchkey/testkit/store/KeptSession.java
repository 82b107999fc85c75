package dev.latchkey.testkit.store;

import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.Session;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A session on record.
///
/// @param ended why it ended; null while it has not
record KeptSession(Session session, @Nullable EndReason ended) {

  KeptSession used(Instant now, Instant idleUntil) {
    return new KeptSession(session.used(now, idleUntil), ended);
  }

  boolean isLiveAt(Instant now) {
    return ended == null && session.isRunningAt(now);
  }
}
