package dev.latchkey.application.session;

import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.UserId;
import java.time.InstantSource;

/// Ends one session of a user: their own, or anyone's for an admin.
public final class EndSession {
  private final SessionStore sessions;
  private final InstantSource clock;

  public EndSession(SessionStore sessions, InstantSource clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /// Ends a session at once, on every node. Ending twice is no error.
  ///
  /// @return false where the user has no such session, or the caller may not know
  public boolean end(Caller caller, UserId user, SessionId session) {
    var reason = caller.is(user) ? EndReason.LOGGED_OUT : EndReason.ENDED_BY_ADMIN;
    var now = clock.instant();
    var event = caller.event(EventKind.SESSION_ENDED, user, now).in(session);
    return caller.maySee(user) && sessions.end(user, session, reason, now, Consequences.of(event));
  }
}
