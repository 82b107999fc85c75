package dev.latchkey.persistence.user;

import dev.latchkey.domain.user.UserQuery;
import dev.latchkey.domain.user.UserQuery.Place;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One statement of a search: only the conditions that were asked for, so that the planner sees
/// which index serves them, and every value as a parameter.
record UserSelect(String sql, List<Object> parameters) {

  static UserSelect page(UserQuery query) {
    var conditions = filters(query);
    if (query.after() != null) {
      conditions.addAfter(query.order(), query.after());
    }
    conditions.parameters.add(query.limit() + 1);
    return conditions.select("*", " ORDER BY " + ranking(query.order()) + " LIMIT ?");
  }

  static UserSelect count(UserQuery query) {
    return filters(query).select("count(*)", "");
  }

  private static Conditions filters(UserQuery query) {
    var conditions = new Conditions();
    if (query.prefix() != null) {
      conditions.addPrefix(query.prefix());
    }
    if (query.role() != null) {
      conditions.add("role = ?", query.role().value());
    }
    if (query.active() != null) {
      conditions.add("is_active = ?", query.active());
    }
    if (query.verified() != null) {
      conditions.add("is_verified = ?", query.verified());
    }
    return conditions;
  }

  private static String ranking(UserQuery.Order order) {
    return switch (order) {
      case NEWEST -> "created_at DESC, id DESC";
      case OLDEST -> "created_at, id";
      case EMAIL -> "email_canonical";
      case EMAIL_DESCENDING -> "email_canonical DESC";
    };
  }

  private static final class Conditions {
    private final List<String> texts = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    private void add(String text, Object... values) {
      texts.add(text);
      parameters.addAll(List.of(values));
    }

    private void addPrefix(String prefix) {
      if (prefix.indexOf('\0') >= 0) {
        // No stored text has it, and PostgreSQL takes no such parameter.
        add("false");
        return;
      }
      var pattern = prefix.toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0") + "%";
      add(
          "(email_canonical LIKE ? OR username LIKE ? OR name_folded LIKE ?)",
          pattern,
          pattern,
          pattern);
    }

    private void addAfter(UserQuery.Order order, Place place) {
      switch (order) {
        case NEWEST -> add("(created_at, id) < (?, ?)", time(place), place.id().value());
        case OLDEST -> add("(created_at, id) > (?, ?)", time(place), place.id().value());
        case EMAIL -> add("email_canonical > ?", place.rank());
        case EMAIL_DESCENDING -> add("email_canonical < ?", place.rank());
      }
    }

    private static Object time(Place place) {
      return Instant.parse(place.rank()).atOffset(ZoneOffset.UTC);
    }

    private UserSelect select(String columns, String ending) {
      var where = texts.isEmpty() ? "" : " WHERE " + String.join(" AND ", texts);
      return new UserSelect("SELECT " + columns + " FROM auth.users" + where + ending, parameters);
    }
  }
}
