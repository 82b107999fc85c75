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
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs the statements of a search.
@Singleton
final class UserSearch {
  private final JdbcOperations jdbc;

  UserSearch(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  UserPage page(UserQuery query) {
    return jdbc.execute(connection -> {
      // One more than asked for shows whether there is a following page.
      var found = find(connection, UserSelect.page(query));
      var shown = found.subList(0, Math.min(found.size(), query.limit()));
      var more = found.size() > shown.size();
      return new UserPage(
          shown,
          more ? place(query, shown.getLast()) : null,
          query.counted() ? count(connection, UserSelect.count(query)) : null);
    });
  }

  private static Place place(UserQuery query, User last) {
    return new Place(query.order().rank(last), last.id());
  }

  private List<User> find(Connection connection, UserSelect select) throws SQLException {
    try (var statement = prepare(connection, select);
        var result = statement.executeQuery()) {
      return jdbc.entityStream(result, UserRow.class).map(UserRow::toUser).toList();
    }
  }

  private static @Nullable Long count(Connection connection, UserSelect select)
      throws SQLException {
    try (var statement = prepare(connection, select);
        var result = statement.executeQuery()) {
      return result.next() ? result.getLong(1) : null;
    }
  }

  private static PreparedStatement prepare(Connection connection, UserSelect select)
      throws SQLException {
    var statement = connection.prepareStatement(select.sql());
    for (var index = 0; index < select.parameters().size(); index++) {
      statement.setObject(index + 1, select.parameters().get(index));
    }
    return statement;
  }
}
