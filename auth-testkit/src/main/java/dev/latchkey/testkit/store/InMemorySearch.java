package dev.latchkey.testkit.store;

import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserPage;
import dev.latchkey.domain.user.UserQuery;
import dev.latchkey.domain.user.UserQuery.Place;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds, sorts and cuts what a query asks for.
final class InMemorySearch {
  private InMemorySearch() {}

  static UserPage page(Stream<User> users, UserQuery query) {
    var order = order(query.order());
    var matching =
        users
            .filter(user -> matches(user, query))
            .sorted((a, b) -> order.compare(place(a, query), place(b, query)))
            .toList();
    var after = query.after();
    var rest =
        matching.stream()
            .filter(user -> after == null || order.compare(place(user, query), after) > 0)
            .toList();
    var shown = rest.subList(0, Math.min(rest.size(), query.limit()));
    var next = shown.size() < rest.size() ? place(shown.get(shown.size() - 1), query) : null;
    return new UserPage(shown, next, query.counted() ? (long) matching.size() : null);
  }

  private static Place place(User user, UserQuery query) {
    return new Place(query.order().rank(user), user.id());
  }

  /// Ids are compared as text, for `UUID` compares its halves as signed numbers.
  private static Comparator<Place> order(UserQuery.Order order) {
    Comparator<Place> byId = Comparator.comparing(place -> place.id().toString());
    Comparator<Place> byTime = Comparator.comparing(place -> Instant.parse(place.rank()));
    return switch (order) {
      case OLDEST -> byTime.thenComparing(byId);
      case NEWEST -> byTime.thenComparing(byId).reversed();
      case EMAIL -> Comparator.comparing(Place::rank).thenComparing(byId);
      case EMAIL_DESCENDING -> Comparator.comparing(Place::rank).thenComparing(byId).reversed();
    };
  }

  private static boolean matches(User user, UserQuery query) {
    return isNullOr(query.role(), user.role())
        && isNullOr(query.active(), user.active())
        && isNullOr(query.verified(), user.verified())
        && beginsWith(user, query.prefix());
  }

  private static boolean isNullOr(@Nullable Object wanted, Object actual) {
    return wanted == null || wanted.equals(actual);
  }

  private static boolean beginsWith(User user, @Nullable String prefix) {
    if (prefix == null) {
      return true;
    }
    var username = user.profile().username();
    var name = user.profile().name();
    return Stream.of(
            user.email().canonical(),
            username == null ? "" : username.value(),
            name == null ? "" : name.value())
        .anyMatch(text -> fold(text).startsWith(fold(prefix)));
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
