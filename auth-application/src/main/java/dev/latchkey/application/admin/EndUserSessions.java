package dev.latchkey.application.admin;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.user.UserId;
import java.time.InstantSource;

/// Logs a user out everywhere.
public final class EndUserSessions {
  private final UserStore users;
  private final SessionStore sessions;
  private final InstantSource clock;

  public EndUserSessions(UserStore users, SessionStore sessions, InstantSource clock) {
    this.users = users;
    this.sessions = sessions;
    this.clock = clock;
  }

  /// Ends every session of a user at once, on every node; of the caller too, if it is their own.
  ///
  /// @return false where there is no such user, or the caller is no admin
  public boolean end(Caller caller, UserId user) {
    if (!caller.isAdmin() || users.find(user).isEmpty()) {
      return false;
    }
    var now = clock.instant();
    var event = caller.event(EventKind.SESSIONS_ENDED, user, now);
    sessions.endAll(user, EndReason.ENDED_BY_ADMIN, now, Consequences.of(event));
    return true;
  }
}
