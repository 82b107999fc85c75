package dev.latchkey.rest.admin;

import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.UserQuery;
import dev.latchkey.rest.json.QueryParameters;
import io.micronaut.http.HttpParameters;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Reads what to list from a query string: each parameter at most once, none that is not known.
final class UserQueryParameters {
  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_PREFIX = 254;
  private static final Set<String> KNOWN =
      Set.of("limit", "cursor", "q", "role", "is_active", "is_verified", "sort", "count");

  private UserQueryParameters() {}

  static UserQuery read(HttpParameters given) {
    var parameters = QueryParameters.of(given, KNOWN);
    var order =
        Objects.requireNonNullElse(
            parameters.read("sort", UserQueryParameters::order), UserQuery.Order.NEWEST);
    return new UserQuery(
        parameters.read("q", UserQueryParameters::prefix),
        parameters.read("role", UserQueryParameters::role),
        parameters.read("is_active", UserQueryParameters::flag),
        parameters.read("is_verified", UserQueryParameters::flag),
        order,
        parameters.read("cursor", text -> Optional.of(Cursor.read(text, order))),
        parameters.limit(DEFAULT_LIMIT, UserQuery.MAX_LIMIT),
        Boolean.TRUE.equals(parameters.read("count", UserQueryParameters::flag)));
  }

  private static Optional<Boolean> flag(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<String> prefix(String text) {
    return Optional.of(text)
        .filter(q -> q.length() <= MAX_PREFIX && q.codePoints().noneMatch(Character::isISOControl));
  }

  private static Optional<RoleName> role(String text) {
    return RoleName.isWellFormed(text) ? Optional.of(new RoleName(text)) : Optional.empty();
  }

  private static Optional<UserQuery.Order> order(String text) {
    return switch (text) {
      case "-created_at" -> Optional.of(UserQuery.Order.NEWEST);
      case "created_at" -> Optional.of(UserQuery.Order.OLDEST);
      case "email" -> Optional.of(UserQuery.Order.EMAIL);
      case "-email" -> Optional.of(UserQuery.Order.EMAIL_DESCENDING);
      default -> Optional.empty();
    };
  }
}
