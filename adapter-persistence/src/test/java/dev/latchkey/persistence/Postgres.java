package dev.latchkey.persistence;

import static org.awaitility.Awaitility.await;

import dev.latchkey.testkit.id.SequentialIds;
import io.micronaut.context.ApplicationContext;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL for tests: started once from the embedded binaries, or the one that
/// `LATCHKEY_TEST_DATABASE_URL` names, whose user must be allowed to create databases.
public final class Postgres {
  // The same for all nodes of a test.
  private static final SequentialIds IDS = new SequentialIds();
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private Postgres() {}

  /// A new, empty database.
  public static Database createDatabase() {
    var name = "latchkey_test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
    execute(Server.DATABASE, "CREATE DATABASE " + name);
    var url = Server.DATABASE.url().replaceFirst("/[^/?]*\\?", "/" + name + "?");
    return new Database(url, Server.DATABASE.user(), Server.DATABASE.password());
  }

  /// A new database with our schema.
  public static Database createMigrated() {
    var database = createDatabase();
    Migrations.apply(database);
    return database;
  }

  /// The adapter as the service runs it, on this database.
  public static ApplicationContext start(Database database, Map<String, Object> settings) {
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .properties(database.properties())
        .properties(settings)
        .singletons(IDS)
        .start();
  }

  /// A connection past the pool.
  public static Connection connect(Database database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  /// Runs SQL past the stores.
  public static void execute(Database database, String sql) {
    try (var connection = connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The first column of the first row, past the stores.
  public static Optional<String> query(Database database, String sql) {
    try (var connection = connect(database);
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      return result.next() ? Optional.ofNullable(result.getString(1)) : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Returns once somebody waits for a lock.
  public static void awaitLockWait(Database database) {
    await()
        .until(() ->
            query(
                    database,
                    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND wait_event_type = 'Lock'")
                .isPresent());
  }

  /// What each row is read as, past the stores.
  public static <T> List<T> rows(Database database, String sql, Reading<T> reading) {
    try (var connection = connect(database);
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var rows = new ArrayList<T>();
      while (result.next()) {
        rows.add(reading.read(result));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// How a row is read.
  public interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static final class Server {
    private static final Database DATABASE = database();

    private static Database database() {
      var url = configured();
      return Database.parse(url == null ? embedded() : url);
    }

    private static @Nullable String configured() {
      var property = System.getProperty("LATCHKEY_TEST_DATABASE_URL");
      return property == null ? System.getenv("LATCHKEY_TEST_DATABASE_URL") : property;
    }

    private static String embedded() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("max_connections", "300")
            .start()
            .getJdbcUrl("postgres", "postgres");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
