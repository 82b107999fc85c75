package dev.latchkey.persistence.user;

import dev.latchkey.domain.user.UserQuery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The statement that lists the users of a role or a state by time. It takes the first ones of each
/// state of each role, which lie beside each other in the index `users_state`, and merges them: so
/// it costs the same however few there are, and wherever they are in time.
final class StateSelect {
  private static final String ROLE = "SELECT CAST(? AS text) COLLATE \"C\" AS role";

  /// Every role that somebody has, each found by one look into the index.
  private static final String ROLES =
      """
      (SELECT role FROM auth.users ORDER BY role LIMIT 1)
      UNION ALL
      SELECT next.role FROM roles, LATERAL (
        SELECT u.role FROM auth.users u WHERE u.role > roles.role ORDER BY u.role LIMIT 1
      ) next
      """;

  private static final String LIST =
      """
      WITH RECURSIVE roles AS (%s)
      SELECT %s FROM roles, %s a (is_active), %s v (is_verified), LATERAL (
        SELECT * FROM auth.users u
        WHERE u.role = roles.role AND u.is_active = a.is_active AND u.is_verified = v.is_verified %s
        ORDER BY u.created_at AT TIME ZONE 'UTC' %s, u.id %s LIMIT %d
      ) found
      ORDER BY found.created_at %s, found.id %s LIMIT %d
      """;

  private static final String AFTER =
      """
      AND (u.created_at AT TIME ZONE 'UTC', u.id)
        %s (CAST(? AS timestamptz) AT TIME ZONE 'UTC', ?)\
      """;

  private StateSelect() {}

  /// A page in the order of time.
  static UserSelect page(UserQuery query) {
    return select(query, "found.*", query.after() != null, query.limit() + 1);
  }

  /// Ids of up to so many, wherever the page begins.
  static UserSelect ids(UserQuery query, int atMost) {
    return select(query, "found.id", false, atMost);
  }

  private static UserSelect select(UserQuery query, String what, boolean isAfter, int rows) {
    var isOldest = query.order() == UserQuery.Order.OLDEST;
    var direction = isOldest ? "ASC" : "DESC";
    var parameters = new ArrayList<Object>();
    if (query.role() != null) {
      parameters.add(query.role().value());
    }
    var after = "";
    if (isAfter && query.after() != null) {
      after = isOldest ? AFTER.formatted(">") : AFTER.formatted("<");
      parameters.addAll(List.of(UserConditions.time(query.after()), query.after().id().value()));
    }
    var sql =
        LIST.formatted(
            query.role() == null ? ROLES : ROLE,
            what,
            states(query.active()),
            states(query.verified()),
            after,
            direction,
            direction,
            rows,
            direction,
            direction,
            rows);
    return new UserSelect(sql, parameters);
  }

  private static String states(@Nullable Boolean wanted) {
    return wanted == null ? "(VALUES (true), (false))" : "(VALUES (" + wanted + "))";
  }
}
