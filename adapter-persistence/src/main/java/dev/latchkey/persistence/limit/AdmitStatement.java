package dev.latchkey.persistence.limit;

import dev.latchkey.domain.limit.Claim;
import dev.latchkey.domain.limit.Limit;
import dev.latchkey.persistence.Micros;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/// The one statement that counts an attempt against several claims.
@Singleton
final class AdmitStatement {
  /// What a counter `n` comes to that has been raised, as `Counter.after` has it.
  private static final String RAISED =
      """
      n.hits,
      CASE WHEN n.hits < w.max THEN 'epoch'
        WHEN w.wait = '0' THEN n.resets_at
        ELSE w.now + g.wait END,
      CASE WHEN n.hits < w.max OR w.wait = '0' THEN n.resets_at
        ELSE w.now + g.wait + w.span END
      """;

  private static final String GROWN =
      """
      LATERAL (SELECT least(w.span, w.wait * 2 ^ least(greatest(n.hits - w.max, 0), 20)) AS wait) g
      """;

  /// Counts nothing where a counter is seen to be closed. One that others close meanwhile is left
  /// alone, and then the row says neither that it is closed nor that it was counted. Rows are
  /// written in the order of their keys, so that two attempts wait for each other in one order.
  private static final String ADMIT =
      """
      WITH wanted AS MATERIALIZED (
        SELECT u.n, u.key, u.max, u.span * interval '1 microsecond' AS span,
          u.wait * interval '1 microsecond' AS wait, CAST(? AS timestamptz) AS now
        FROM unnest(CAST(? AS bytea[]), CAST(? AS bigint[]), CAST(? AS bigint[]),
          CAST(? AS bigint[])) WITH ORDINALITY AS u (key, max, span, wait, n)
      ), closed AS MATERIALIZED (
        SELECT r.key, r.open_at FROM auth.rate_limit r JOIN wanted w USING (key)
        WHERE r.open_at > w.now
      ), counted AS (
        INSERT INTO auth.rate_limit AS r (key, hits, open_at, resets_at)
        SELECT w.key,
      """
          + RAISED
          + """
            FROM wanted w, LATERAL (SELECT 1 AS hits, w.now + w.span AS resets_at) n,
          """
          + GROWN
          + """
            WHERE NOT EXISTS (SELECT FROM closed)
            ORDER BY w.key
            ON CONFLICT (key) DO UPDATE SET (hits, open_at, resets_at) = (
              SELECT
          """
          + RAISED
          + """
              FROM wanted w, LATERAL (
                SELECT CASE WHEN r.resets_at <= w.now THEN 1 ELSE r.hits + 1 END AS hits,
                  CASE WHEN r.resets_at <= w.now THEN w.now + w.span ELSE r.resets_at END AS resets_at
              ) n,
          """
          + GROWN
          + """
              WHERE w.key = r.key
            )
            WHERE r.open_at <= (SELECT max(now) FROM wanted)
            RETURNING r.key
          )
          SELECT w.n, coalesce(closed.open_at, 'epoch'), counted.key IS NOT NULL
          FROM wanted w LEFT JOIN closed USING (key) LEFT JOIN counted USING (key)
          """;

  private final JdbcOperations jdbc;

  AdmitStatement(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /// What became of one claim.
  ///
  /// @param index its place among the claims
  /// @param openAt when its counter opens again; in the past where it was seen open
  record Counted(int index, Instant openAt, boolean counted) {}

  List<Counted> run(List<Claim> claims, Instant now) {
    return jdbc.execute(connection -> {
      try (var statement = connection.prepareStatement(ADMIT)) {
        statement.setObject(1, Micros.typed(now));
        statement.setArray(2, Keys.array(connection, claims.stream().map(Claim::key).toList()));
        setLongs(connection, statement, 3, claims, Limit::max);
        setLongs(connection, statement, 4, claims, limit -> micros(limit.window()));
        setLongs(connection, statement, 5, claims, limit -> micros(limit.firstWait()));
        return read(statement);
      }
    });
  }

  private static void setLongs(
      Connection connection,
      PreparedStatement statement,
      int index,
      List<Claim> claims,
      ToLongFunction<Limit> figure)
      throws SQLException {
    var figures = claims.stream().map(Claim::limit).mapToLong(figure).boxed().toArray();
    statement.setArray(index, connection.createArrayOf("int8", figures));
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }

  private static List<Counted> read(PreparedStatement statement) throws SQLException {
    var rows = new ArrayList<Counted>();
    try (var result = statement.executeQuery()) {
      while (result.next()) {
        var openAt = result.getObject(2, OffsetDateTime.class).toInstant();
        rows.add(new Counted(result.getInt(1) - 1, openAt, result.getBoolean(3)));
      }
    }
    return rows;
  }
}
