package dev.latchkey.persistence.housekeeping;

import dev.latchkey.domain.housekeeping.Remains;
import dev.latchkey.domain.port.Housekeeping;
import dev.latchkey.persistence.Guarded;
import dev.latchkey.persistence.Micros;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/// Tidies up in PostgreSQL. Of all nodes on a database one does at a time: whoever has the lock,
/// which goes with the transaction, whatever pool the connection comes from.
@Singleton
final class JdbcHousekeeping implements Housekeeping {
  private static final String LOCK =
      "SELECT pg_try_advisory_xact_lock(hashtextextended('auth.housekeeping', 0))";

  private final Guarded guarded;
  private final JdbcOperations jdbc;

  JdbcHousekeeping(Guarded guarded, JdbcOperations jdbc) {
    this.guarded = guarded;
    this.jdbc = jdbc;
  }

  @Override
  public int remove(Remains what, Instant keptSince, int atMost) {
    return guarded.together(() ->
        jdbc.execute(
            connection -> hasLock(connection) ? removed(connection, what, keptSince, atMost) : 0));
  }

  private static boolean hasLock(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(LOCK)) {
      return result.next() && result.getBoolean(1);
    }
  }

  private static int removed(Connection connection, Remains what, Instant keptSince, int atMost)
      throws SQLException {
    try (var statement = connection.prepareStatement(RemovalStatement.of(what))) {
      var last = statement.getParameterMetaData().getParameterCount();
      for (var index = 1; index < last; index++) {
        statement.setObject(index, Micros.typed(keptSince));
      }
      statement.setInt(last, atMost);
      try (var result = statement.executeQuery()) {
        return result.next() ? result.getInt(1) : 0;
      }
    }
  }
}
