package dev.latchkey.persistence.user;

import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserPage;
import dev.latchkey.domain.user.UserQuery;
import dev.latchkey.domain.user.UserQuery.Place;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/// Runs the statements of a search, so that what it costs depends on the page and not on how many
/// users there are: `docs/adr/0018-lists-and-counts-at-size.md` says how and why.
@Singleton
final class UserSearch {
  /// So many that match are fetched and put in order without more ado.
  private static final int FEW = 300;

  /// So many are looked at in order until a page is full.
  private static final int DEPTH = 10_000;

  private final JdbcOperations jdbc;

  UserSearch(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  UserPage page(UserQuery query) {
    return jdbc.execute(connection -> {
      if (query.prefix() != null && query.prefix().indexOf('\0') >= 0) {
        // No stored text has it, and PostgreSQL takes no such parameter.
        return new UserPage(List.of(), null, query.counted() ? 0L : null);
      }
      var few = isListed(query) ? null : few(connection, query);
      var found = find(connection, query, few);
      var shown = found.subList(0, Math.min(found.size(), query.limit()));
      var more = found.size() > shown.size();
      return new UserPage(
          shown,
          more ? place(query, shown.getLast()) : null,
          query.counted() ? count(connection, query, few) : null);
    });
  }

  private static Place place(UserQuery query, User last) {
    return new Place(query.order().rank(last), last.id());
  }

  /// Whether an index has the page as it is asked for.
  private static boolean isListed(UserQuery query) {
    return query.prefix() == null && (isByTime(query) || !isFiltered(query));
  }

  private static boolean isByTime(UserQuery query) {
    return switch (query.order()) {
      case NEWEST, OLDEST -> true;
      case EMAIL, EMAIL_DESCENDING -> false;
    };
  }

  private static boolean isFiltered(UserQuery query) {
    return query.role() != null || query.active() != null || query.verified() != null;
  }

  /// All who may match, where they are few.
  private static @Nullable List<UUID> few(Connection connection, UserQuery query)
      throws SQLException {
    try (var statement = prepare(connection, UserSelect.candidates(query, FEW + 1));
        var result = statement.executeQuery()) {
      var ids = new ArrayList<UUID>();
      while (result.next()) {
        ids.add(result.getObject(1, UUID.class));
      }
      return ids.size() > FEW ? null : ids;
    }
  }

  private List<User> find(Connection connection, UserQuery query, @Nullable List<UUID> few)
      throws SQLException {
    if (isListed(query)) {
      return read(
          connection, isFiltered(query) ? StateSelect.page(query) : UserSelect.everybody(query));
    }
    if (few != null) {
      return read(connection, UserSelect.among(few, query));
    }
    var near = read(connection, UserSelect.nearby(query, DEPTH));
    return near.size() > query.limit() ? near : read(connection, UserSelect.gathered(query));
  }

  private List<User> read(Connection connection, UserSelect select) throws SQLException {
    try (var statement = prepare(connection, select);
        var result = statement.executeQuery()) {
      return jdbc.entityStream(result, UserRow.class).map(UserRow::toUser).toList();
    }
  }

  private static @Nullable Long count(
      Connection connection, UserQuery query, @Nullable List<UUID> few) throws SQLException {
    var select =
        few == null || query.prefix() == null
            ? UserSelect.count(query)
            : UserSelect.countAmong(few, query);
    try (var statement = prepare(connection, select);
        var result = statement.executeQuery()) {
      return result.next() ? result.getLong(1) : null;
    }
  }

  private static PreparedStatement prepare(Connection connection, UserSelect select)
      throws SQLException {
    var statement = connection.prepareStatement(select.sql());
    // Planned for its values each time: what serves a rare role or prefix does not serve others.
    statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    for (var index = 0; index < select.parameters().size(); index++) {
      bind(connection, statement, index + 1, select.parameters().get(index));
    }
    return statement;
  }

  private static void bind(
      Connection connection, PreparedStatement statement, int index, Object value)
      throws SQLException {
    if (value instanceof UUID[] ids) {
      statement.setArray(index, connection.createArrayOf("uuid", ids));
    } else {
      statement.setObject(index, value);
    }
  }
}
