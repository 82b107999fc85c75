package healthy.house.application.account;

import healthy.house.domain.port.UserStore;
import healthy.house.domain.user.User;
import java.time.Instant;

public final class FindUser {
  private final UserStore store;

  public FindUser(UserStore store) {
    this.store = store;
  }

  public User find(String name) {
    return store.find(trimmed(name));
  }

  String trimmed(String name) {
    return name.trim();
  }

  /// An outcome.
  public record Found(User user, Instant now) {}
}
