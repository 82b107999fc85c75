package dev.latchkey.application.admin;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.user.UserPage;
import dev.latchkey.domain.user.UserQuery;
import java.util.Optional;

/// Lists and searches users.
public final class FindUsers {
  private final UserStore users;

  public FindUsers(UserStore users) {
    this.users = users;
  }

  /// A page of users.
  ///
  /// @return empty where the caller is no admin
  public Optional<UserPage> find(Caller caller, UserQuery query) {
    return caller.isAdmin() ? Optional.of(users.search(query)) : Optional.empty();
  }
}
