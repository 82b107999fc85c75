package dev.latchkey.persistence.limit;

import dev.latchkey.domain.limit.LimitKey;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.List;

/// The statement that lowers and removes counters.
@Singleton
final class CounterStatements {
  /// Takes its locks in the order of the keys, as an admission does.
  private static final String SETTLE =
      """
      WITH held AS MATERIALIZED (
        SELECT key FROM auth.rate_limit WHERE key = ANY (?) ORDER BY key FOR UPDATE
      ), forgotten AS (
        DELETE FROM auth.rate_limit r USING held WHERE r.key = held.key AND r.key = ANY (?)
      )
      UPDATE auth.rate_limit r SET hits = greatest(r.hits - 1, 0), open_at = 'epoch'
      FROM held WHERE r.key = held.key AND r.key <> ALL (?)
      """;

  private final JdbcOperations jdbc;

  CounterStatements(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /// @param keys those to forget and those to take an attempt back from
  int settle(List<LimitKey> keys, List<LimitKey> forgotten) {
    return jdbc.execute(connection -> {
      try (var statement = connection.prepareStatement(SETTLE)) {
        statement.setArray(1, Keys.array(connection, keys));
        statement.setArray(2, Keys.array(connection, forgotten));
        statement.setArray(3, Keys.array(connection, forgotten));
        return statement.executeUpdate();
      }
    });
  }
}
