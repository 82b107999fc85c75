package dev.latchkey.application.session;

import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.user.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Lists the devices on which a user is logged in.
public final class FindSessions {
  private final UserStore users;
  private final SessionStore sessions;
  private final InstantSource clock;

  public FindSessions(UserStore users, SessionStore sessions, InstantSource clock) {
    this.users = users;
    this.sessions = sessions;
    this.clock = clock;
  }

  /// The live sessions of a user, the last used first.
  ///
  /// @return empty where there is no such user, or the caller may not know
  public Optional<List<Session>> find(Caller caller, UserId user) {
    if (!caller.maySee(user) || users.find(user).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(sessions.list(user, clock.instant()));
  }
}
