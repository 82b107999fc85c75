package dev.latchkey.application.admin;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.user.UserCounts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Counts users, for an overview.
public final class CountUsers {
  private static final Duration RECENT = Duration.ofHours(24);

  private final UserStore users;
  private final InstantSource clock;

  public CountUsers(UserStore users, InstantSource clock) {
    this.users = users;
    this.clock = clock;
  }

  /// The counts of this moment, with those who logged in during the last 24 hours.
  ///
  /// @return empty where the caller is no admin
  public Optional<UserCounts> count(Caller caller) {
    return caller.isAdmin()
        ? Optional.of(users.count(clock.instant().minus(RECENT)))
        : Optional.empty();
  }
}
