package healthy.house.domain.port;

import healthy.house.domain.user.User;

public interface UserStore {
  User find(String name);

  /// An outcome.
  enum Removal {
    REMOVED
  }

  /// A failure.
  final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
