package dev.latchkey.persistence.user;

import dev.latchkey.domain.user.UserQuery;
import dev.latchkey.domain.user.UserQuery.Place;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// The conditions of one statement of a search, with their parameters.
final class UserConditions {
  private static final List<String> SEARCHED =
      List.of("email_canonical", "username", "name_folded");

  private final List<String> texts = new ArrayList<>();
  private final List<Object> parameters;

  private UserConditions(List<Object> parameters) {
    this.parameters = parameters;
  }

  static UserConditions none() {
    return new UserConditions(new ArrayList<>());
  }

  /// Conditions that come after what has these parameters.
  static UserConditions startingWith(List<Object> parameters) {
    return new UserConditions(new ArrayList<>(parameters));
  }

  /// Ids by each index of what is searched, some more than once.
  static UserSelect candidates(String prefix, int atMost) {
    var each =
        SEARCHED.stream()
            .map("(SELECT id FROM auth.users WHERE %s LIKE ?"::formatted)
            .map(select -> select + " LIMIT " + atMost + ")")
            .toList();
    return new UserSelect(
        String.join(" UNION ALL ", each) + " LIMIT " + atMost,
        Collections.nCopies(each.size(), pattern(prefix)));
  }

  private static Object pattern(String prefix) {
    return prefix.toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0") + "%";
  }

  /// What the query asks of a user.
  UserConditions matching(UserQuery query) {
    if (query.prefix() != null) {
      add(
          "(email_canonical LIKE ? OR username LIKE ? OR name_folded LIKE ?)",
          Collections.nCopies(SEARCHED.size(), pattern(query.prefix())).toArray());
    }
    if (query.role() != null) {
      add("role = ?", query.role().value());
    }
    if (query.active() != null) {
      add("is_active = ?", query.active());
    }
    if (query.verified() != null) {
      add("is_verified = ?", query.verified());
    }
    return this;
  }

  /// Where the page begins.
  UserConditions after(UserQuery query) {
    var place = query.after();
    if (place != null) {
      switch (query.order()) {
        case NEWEST -> add("(created_at, id) < (?, ?)", time(place), place.id().value());
        case OLDEST -> add("(created_at, id) > (?, ?)", time(place), place.id().value());
        case EMAIL -> add("email_canonical > ?", place.rank());
        case EMAIL_DESCENDING -> add("email_canonical < ?", place.rank());
      }
    }
    return this;
  }

  UserConditions ids(List<UUID> ids) {
    add("id = ANY (?)", (Object) ids.toArray(UUID[]::new));
    return this;
  }

  static OffsetDateTime time(Place place) {
    return Instant.parse(place.rank()).atOffset(ZoneOffset.UTC);
  }

  UserSelect select(String what, String ending) {
    var where = texts.isEmpty() ? "" : " WHERE " + String.join(" AND ", texts);
    return new UserSelect(what + where + ending, parameters);
  }

  private void add(String text, Object... values) {
    texts.add(text);
    Collections.addAll(parameters, values);
  }
}
