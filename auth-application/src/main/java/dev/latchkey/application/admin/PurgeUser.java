package dev.latchkey.application.admin;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.user.UserId;
import java.time.InstantSource;

/// Erases a user for good.
public final class PurgeUser {
  private final UserStore users;
  private final InstantSource clock;

  public PurgeUser(UserStore users, InstantSource clock) {
    this.users = users;
    this.clock = clock;
  }

  /// What became of it.
  public enum Outcome {
    PURGED,
    UNKNOWN,
    /// The caller is no admin.
    FORBIDDEN,
    /// Nobody would be left to administer the users.
    LAST_ADMIN
  }

  /// Erases a user with everything that is kept of them, and ends every session at once.
  public Outcome purge(Caller caller, UserId id) {
    if (!caller.isAdmin()) {
      return Outcome.FORBIDDEN;
    }
    var event = caller.event(EventKind.USER_PURGED, id, clock.instant());
    return switch (users.purge(id, Consequences.of(event))) {
      case REMOVED -> Outcome.PURGED;
      case UNKNOWN -> Outcome.UNKNOWN;
      case LAST_ADMIN -> Outcome.LAST_ADMIN;
    };
  }
}
