package dev.latchkey.persistence.user;

import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.user.User;
import dev.latchkey.persistence.Micros;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The statements that take hundreds of users at once: a column to a parameter, as an array of text
/// that the server casts.
@Singleton
final class UserBatch {
  /// Inserted in the order of their addresses, so that batches at once wait for each other instead
  /// of deadlocking.
  private static final String INSERT =
      """
      INSERT INTO auth.users (id, email, email_canonical, username, name, name_folded, image_url,
        role, is_active, is_verified, created_at, updated_at, last_login, version, password_hash)
      SELECT id, email, email_canonical, username, name, name_folded, image_url,
        role, is_active, is_verified, created_at, updated_at, last_login, version, password_hash
      FROM unnest(
        CAST(? AS uuid[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]),
        CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]),
        CAST(? AS boolean[]), CAST(? AS boolean[]), CAST(? AS timestamptz[]),
        CAST(? AS timestamptz[]), CAST(? AS timestamptz[]), CAST(? AS bigint[]),
        CAST(? AS text[]))
        AS u (id, email, email_canonical, username, name, name_folded, image_url,
          role, is_active, is_verified, created_at, updated_at, last_login, version, password_hash)
      ORDER BY email_canonical COLLATE "C"
      ON CONFLICT DO NOTHING
      RETURNING id
      """;

  private static final String TAKEN =
      """
      SELECT id, email_canonical, username FROM auth.users
      WHERE id = ANY (CAST(? AS uuid[])) OR email_canonical = ANY (CAST(? AS text[]))
        OR username = ANY (CAST(? AS text[]))
      """;

  private final JdbcOperations jdbc;

  UserBatch(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /// Inserts those users whom no other stands in the way of.
  ///
  /// @return the ids of those that were inserted
  Set<UUID> insert(List<Credentials> users) {
    return jdbc.execute(connection -> {
      try (var statement = connection.prepareStatement(INSERT)) {
        var columns = new Columns(connection, statement, users);
        columns.add(user -> user.id().toString());
        columns.add(user -> user.email().display());
        columns.add(user -> user.email().canonical());
        columns.add(UserBatch::username);
        columns.add(UserBatch::name);
        columns.add(UserBatch::foldedName);
        columns.add(UserBatch::imageUrl);
        columns.add(user -> user.role().value());
        columns.add(user -> Boolean.toString(user.active()));
        columns.add(user -> Boolean.toString(user.verified()));
        columns.add(user -> time(user.createdAt()));
        columns.add(user -> time(user.updatedAt()));
        columns.add(user -> user.lastLogin() == null ? null : time(user.lastLogin()));
        columns.add(user -> Long.toString(user.version()));
        columns.addHashes();
        return ids(statement);
      }
    });
  }

  private static Set<UUID> ids(PreparedStatement statement) throws SQLException {
    try (var result = statement.executeQuery()) {
      var ids = new HashSet<UUID>();
      while (result.next()) {
        ids.add(result.getObject(1, UUID.class));
      }
      return ids;
    }
  }

  /// Looks up which names of these users are taken.
  TakenNames taken(List<Credentials> users) {
    return jdbc.execute(connection -> {
      try (var statement = connection.prepareStatement(TAKEN)) {
        var columns = new Columns(connection, statement, users);
        columns.add(user -> user.id().toString());
        columns.add(user -> user.email().canonical());
        columns.add(UserBatch::username);
        return names(statement);
      }
    });
  }

  private static TakenNames names(PreparedStatement statement) throws SQLException {
    try (var result = statement.executeQuery()) {
      var taken = new TakenNames(new HashSet<>(), new HashSet<>(), new HashSet<>());
      while (result.next()) {
        taken.ids().add(result.getObject(1, UUID.class));
        taken.emails().add(result.getString(2));
        taken.usernames().add(result.getString(3));
      }
      return taken;
    }
  }

  private static @Nullable String username(User user) {
    return user.profile().username() == null ? null : user.profile().username().value();
  }

  private static @Nullable String name(User user) {
    return user.profile().name() == null ? null : user.profile().name().value();
  }

  private static @Nullable String foldedName(User user) {
    var name = name(user);
    return name == null ? null : name.toLowerCase(Locale.ROOT);
  }

  private static @Nullable String imageUrl(User user) {
    return user.profile().imageUrl() == null ? null : user.profile().imageUrl().value();
  }

  private static String time(Instant time) {
    return Micros.of(time).toString();
  }

  /// Binds columns one after another.
  private static final class Columns {
    private final Connection connection;
    private final PreparedStatement statement;
    private final List<Credentials> users;
    private int count;

    private Columns(Connection connection, PreparedStatement statement, List<Credentials> users) {
      this.connection = connection;
      this.statement = statement;
      this.users = users;
    }

    private void add(Function<User, @Nullable String> column) throws SQLException {
      bind(credentials -> column.apply(credentials.user()));
    }

    private void addHashes() throws SQLException {
      bind(credentials -> credentials.hash() == null ? null : credentials.hash().reveal());
    }

    private void bind(Function<Credentials, @Nullable String> column) throws SQLException {
      var values = users.stream().map(column).toArray(String[]::new);
      count++;
      statement.setArray(count, connection.createArrayOf("text", values));
    }
  }
}
