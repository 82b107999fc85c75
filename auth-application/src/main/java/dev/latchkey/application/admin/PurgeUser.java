package dev.latchkey.application.admin;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.user.UserId;

/// Erases a user for good.
public final class PurgeUser {
  private final UserStore users;

  public PurgeUser(UserStore users) {
    this.users = users;
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
    return switch (users.purge(id)) {
      case REMOVED -> Outcome.PURGED;
      case UNKNOWN -> Outcome.UNKNOWN;
      case LAST_ADMIN -> Outcome.LAST_ADMIN;
    };
  }
}
