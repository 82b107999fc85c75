package dev.latchkey.application.account;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import java.util.Optional;

/// Shows a user to themselves or to an admin.
public final class ShowUser {
  private final UserStore users;

  public ShowUser(UserStore users) {
    this.users = users;
  }

  /// The user of this id.
  ///
  /// @return empty where there is none, or the caller may not know
  public Optional<User> show(Caller caller, UserId id) {
    return caller.maySee(id) ? users.find(id) : Optional.empty();
  }
}
