package dev.latchkey.application.account;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.port.UserStore.Update;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import java.time.InstantSource;

/// Shuts an account: one's own, or anyone's for an admin. An admin can open it again.
public final class DeactivateUser {
  private static final int ATTEMPTS = 5;

  private final UserStore users;
  private final InstantSource clock;

  public DeactivateUser(UserStore users, InstantSource clock) {
    this.users = users;
    this.clock = clock;
  }

  /// What became of it.
  public enum Outcome {
    DEACTIVATED,
    /// No such user, or none that the caller may know of.
    UNKNOWN,
    /// Nobody would be left to administer the users.
    LAST_ADMIN,
    /// Others edited the user again and again meanwhile; nothing was changed.
    BUSY
  }

  /// Deactivates a user and ends every session, in one commit. Doing it twice is no error.
  public Outcome deactivate(Caller caller, UserId id) {
    for (int i = 0; i < ATTEMPTS; i++) {
      var user = caller.maySee(id) ? users.find(id).orElse(null) : null;
      if (user == null) {
        return Outcome.UNKNOWN;
      }
      var update = user.active() ? deactivated(caller, user) : null;
      if (update == null || update instanceof Update.Saved) {
        return Outcome.DEACTIVATED;
      }
      if (update == Update.NotSaved.LAST_ADMIN) {
        return Outcome.LAST_ADMIN;
      }
    }
    return Outcome.BUSY;
  }

  private Update deactivated(Caller caller, User user) {
    var now = clock.instant();
    var event = caller.event(EventKind.USER_DEACTIVATED, user.id(), now);
    return users.update(user.deactivated(), now, Consequences.of(event));
  }
}
