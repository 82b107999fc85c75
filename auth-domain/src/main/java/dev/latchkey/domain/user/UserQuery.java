package dev.latchkey.domain.user;

import org.jspecify.annotations.Nullable;

/// Which users to list, in which order, from where on.
///
/// @param prefix the beginning of an e-mail address, a username or a name, whatever its letter
///   case; taken literally
/// @param after the place of the last user already seen; null for the first page
/// @param limit how many at most, 1 to 100
/// @param counted whether to count all users that match, which with a prefix visits each of them
public record UserQuery(
    @Nullable String prefix,
    @Nullable RoleName role,
    @Nullable Boolean active,
    @Nullable Boolean verified,
    Order order,
    @Nullable Place after,
    int limit,
    boolean counted) {

  /// The most users that one page holds.
  public static final int MAX_LIMIT = 100;

  public UserQuery {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT);
    }
  }

  /// Every user, newest first.
  public static UserQuery all(int limit) {
    return new UserQuery(null, null, null, null, Order.NEWEST, null, limit, false);
  }

  /// Orders that an index serves; users of equal rank follow their id.
  public enum Order {
    NEWEST,
    OLDEST,
    EMAIL,
    EMAIL_DESCENDING;

    /// What a user is ranked by: the time of creation in RFC 3339, or the canonical address.
    public String rank(User user) {
      return switch (this) {
        case NEWEST, OLDEST -> user.createdAt().toString();
        case EMAIL, EMAIL_DESCENDING -> user.email().canonical();
      };
    }
  }

  /// The place of one user in an order.
  public record Place(String rank, UserId id) {}
}
