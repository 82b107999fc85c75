package healthy.house.testkit;

import healthy.house.domain.port.UserStore;
import healthy.house.domain.user.User;

public final class InMemoryUserStore implements UserStore {
  @Override
  public User find(String name) {
    return new User(name);
  }
}
