package dev.latchkey.rest.admin;

import dev.latchkey.domain.Violation;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.UserQuery;
import dev.latchkey.rest.json.InvalidRequest;
import io.micronaut.http.HttpParameters;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads what to list from a query string: each parameter at most once, none that is not known.
final class UserQueryParameters {
  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_PREFIX = 254;
  private static final Set<String> KNOWN =
      Set.of("limit", "cursor", "q", "role", "is_active", "is_verified", "sort", "count");

  private final HttpParameters parameters;

  private UserQueryParameters(HttpParameters parameters) {
    this.parameters = parameters;
  }

  static UserQuery read(HttpParameters parameters) {
    if (!KNOWN.containsAll(parameters.names())) {
      throw reject("query", Violation.Code.UNKNOWN_FIELD, "Known are " + new TreeSet<>(KNOWN));
    }
    return new UserQueryParameters(parameters).query();
  }

  private UserQuery query() {
    var order =
        Objects.requireNonNullElse(
            read("sort", UserQueryParameters::order), UserQuery.Order.NEWEST);
    return new UserQuery(
        read("q", UserQueryParameters::prefix),
        read("role", UserQueryParameters::role),
        read("is_active", UserQueryParameters::flag),
        read("is_verified", UserQueryParameters::flag),
        order,
        read("cursor", text -> Optional.of(Cursor.read(text, order))),
        Objects.requireNonNullElse(read("limit", UserQueryParameters::limit), DEFAULT_LIMIT),
        Boolean.TRUE.equals(read("count", UserQueryParameters::flag)));
  }

  private <T> @Nullable T read(String name, Function<String, Optional<T>> parse) {
    var values = parameters.getAll(name);
    if (values.isEmpty()) {
      return null;
    }
    return parse
        .apply(values.getFirst())
        .orElseThrow(() -> reject(name, Violation.Code.INVALID_VALUE, "Not a value for this."));
  }

  private static Optional<Integer> limit(String text) {
    return Optional.of(text)
        .filter(digits -> digits.matches("[0-9]{1,3}"))
        .map(Integer::parseInt)
        .filter(limit -> limit >= 1 && limit <= UserQuery.MAX_LIMIT);
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

  private static InvalidRequest reject(String field, Violation.Code code, String detail) {
    return new InvalidRequest(field, code, detail);
  }
}
