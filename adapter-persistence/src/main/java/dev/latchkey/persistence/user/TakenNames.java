package dev.latchkey.persistence.user;

import dev.latchkey.domain.port.UserTransfer.Arrival;
import dev.latchkey.domain.user.User;
import java.util.Set;
import java.util.UUID;

/// Which ids, addresses and usernames of a batch other users have.
record TakenNames(Set<UUID> ids, Set<String> emails, Set<String> usernames) {
  static final TakenNames NONE = new TakenNames(Set.of(), Set.of(), Set.of());

  /// What keeps this user out; `ADDED` where nothing does.
  Arrival arrival(User user) {
    if (ids.contains(user.id().value())) {
      return Arrival.ID_TAKEN;
    }
    if (emails.contains(user.email().canonical())) {
      return Arrival.EMAIL_TAKEN;
    }
    var username = user.profile().username();
    return username != null && usernames.contains(username.value())
        ? Arrival.USERNAME_TAKEN
        : Arrival.ADDED;
  }
}
