package dev.latchkey.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/// Lets one node migrate at a time. Flyway's own lock is in the history table, which two nodes on
/// an empty database would both try to create.
final class MigrationLock {
  private static final int ATTEMPTS = 1200;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private MigrationLock() {}

  static <T> T holding(DataSource dataSource, Supplier<T> work) {
    try (var connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
      }
      await(connection);
      try {
        return work.get();
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new FlywayException("The database cannot be reached to migrate it", e);
    }
  }

  /// Asks again and again, as a wait within the server would run into the connection's timeouts.
  private static void await(Connection connection) throws SQLException {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (tryLock(connection)) {
        return;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new FlywayException("Another node has been migrating this database for a minute");
  }

  private static boolean tryLock(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var result =
            statement.executeQuery(
                "SELECT pg_try_advisory_xact_lock(hashtextextended('auth.migration', 0))")) {
      return result.next() && result.getBoolean(1);
    }
  }
}
