package dev.latchkey.application.apikey;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.port.ApiKeyStore;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.user.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Lists the API keys of a user.
public final class FindApiKeys {
  private final UserStore users;
  private final ApiKeyStore keys;
  private final InstantSource clock;

  public FindApiKeys(UserStore users, ApiKeyStore keys, InstantSource clock) {
    this.users = users;
    this.keys = keys;
    this.clock = clock;
  }

  /// The living keys of a user, the newest first.
  ///
  /// @return empty where there is no such user, or the caller may not know
  public Optional<List<ApiKey>> find(Caller caller, UserId user) {
    if (!caller.maySee(user) || users.find(user).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(keys.list(user, clock.instant()));
  }
}
