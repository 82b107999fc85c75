package healthy.house.persistence.user;

import healthy.house.domain.port.UserStore;
import healthy.house.domain.user.User;

final class JdbcUserStore implements UserStore {
  @Override
  public User find(String name) {
    return new User(name);
  }
}
