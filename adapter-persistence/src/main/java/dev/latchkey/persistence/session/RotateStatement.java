package dev.latchkey.persistence.session;

import dev.latchkey.domain.session.Rotation;
import dev.latchkey.persistence.Micros;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// The one statement that rotates refresh tokens. In plain JDBC, since a repository's mapping took
/// a fifth of what a refresh costs the service.
@Singleton
final class RotateStatement {

  /// Locks the sessions' rows, spends the tokens, adds their successors and notes the use.
  ///
  /// A session that somebody else has locked is left out, so that no call waits for a stranger's. A
  /// row that changed since the statement began is checked again as it is now (PostgreSQL, "Read
  /// Committed Isolation Level"): of those who ask with the same token one spends it, also within
  /// one statement. Users are read without a lock: who deactivates one ends their sessions in a
  /// later statement, and waits for this one's locks.
  ///
  /// The subquery hides how long the arrays are: PostgreSQL would plan for short ones each time.
  private static final String ROTATE =
      """
      WITH locked AS MATERIALIZED (
        SELECT asked.*, s.id, s.created_at, s.expires_at, s.user_agent, s.ip, s.user_id, u.email,
          u.username, u.name, u.image_url, u.role, u.is_active, u.is_verified,
          u.created_at AS user_created_at, u.updated_at, u.last_login, u.version
        FROM unnest((SELECT ?::uuid[]), ?::uuid[], ?::bytea[], ?::timestamptz[], ?::timestamptz[],
            ?::uuid[], ?::bytea[], ?::timestamptz[], ?::timestamptz[], ?::text[]) WITH ORDINALITY
          AS asked (session_id, presented_jti, presented_hash, now, idle_until,
            jti, token_hash, issued_at, token_expires_at, key_id, place)
        JOIN auth.session s ON s.id = asked.session_id
        JOIN auth.users u ON u.id = s.user_id
        WHERE s.revoked_at IS NULL AND LEAST(s.expires_at, s.idle_until) > asked.now
          AND u.is_active
        FOR UPDATE OF s SKIP LOCKED
      ), spent AS (
        UPDATE auth.refresh_token t SET rotated_at = l.now FROM locked l
        WHERE t.jti = l.presented_jti AND t.session_id = l.session_id
          AND t.token_hash = l.presented_hash AND t.rotated_at IS NULL
        RETURNING l.place, t.generation
      ), rotated AS MATERIALIZED (
        SELECT * FROM locked JOIN spent USING (place)
      ), successor AS (
        INSERT INTO auth.refresh_token
          (jti, session_id, generation, token_hash, issued_at, expires_at, key_id)
        SELECT jti, session_id, generation + 1, token_hash, issued_at, token_expires_at, key_id
        FROM rotated
      ), used AS (
        UPDATE auth.session s SET last_used_at = r.now, idle_until = r.idle_until
        FROM rotated r WHERE s.id = r.session_id
      )
      SELECT place, id, created_at, expires_at, user_agent, ip, user_id, email, username, name,
        image_url, role, is_active, is_verified, user_created_at, updated_at, last_login, version
      FROM rotated
      """;

  private final JdbcOperations jdbc;

  RotateStatement(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /// @return in the same order, each session as of now with its user, unchecked, so that one that
  ///   is no session of ours fails for nobody else; none where nothing was done
  List<Optional<SessionRow>> rotate(List<Rotation> rotations) {
    return jdbc.execute(connection -> {
      try (var statement = connection.prepareStatement(ROTATE)) {
        bind(statement, rotations);
        try (var result = statement.executeQuery()) {
          return read(result, rotations);
        }
      }
    });
  }

  private static void bind(PreparedStatement statement, List<Rotation> rotations)
      throws SQLException {
    var parameters = new Parameters(statement, rotations);
    parameters.set(1, "uuid", rotation -> rotation.presented().session().value());
    parameters.set(2, "uuid", rotation -> rotation.presented().jti());
    parameters.setBytes(3, rotation -> rotation.presentedDigest().bytes());
    parameters.set(4, "timestamptz", rotation -> Micros.of(rotation.now()));
    parameters.set(5, "timestamptz", rotation -> Micros.of(rotation.idleUntil()));
    parameters.set(6, "uuid", rotation -> rotation.successor().jti());
    parameters.setBytes(7, rotation -> rotation.successorDigest().bytes());
    parameters.set(8, "timestamptz", rotation -> Micros.of(rotation.successor().issuedAt()));
    parameters.set(9, "timestamptz", rotation -> Micros.of(rotation.successor().expiresAt()));
    parameters.set(10, "text", rotation -> rotation.successor().keyId());
  }

  private record Parameters(PreparedStatement statement, List<Rotation> rotations) {

    void set(int index, String type, Function<Rotation, Object> value) throws SQLException {
      set(index, type, rotations.stream().map(value).toArray());
    }

    /// The driver encodes bytes only in an array of that very type.
    void setBytes(int index, Function<Rotation, byte[]> value) throws SQLException {
      set(index, "bytea", rotations.stream().map(value).toArray(byte[][]::new));
    }

    private void set(int index, String type, Object[] values) throws SQLException {
      statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
  }

  private static List<Optional<SessionRow>> read(ResultSet rows, List<Rotation> rotations)
      throws SQLException {
    var sessions =
        new ArrayList<>(Collections.nCopies(rotations.size(), Optional.<SessionRow>empty()));
    while (rows.next()) {
      var place = rows.getInt("place") - 1;
      sessions.set(place, Optional.of(readRow(rows, rotations.get(place))));
    }
    return sessions;
  }

  private static SessionRow readRow(ResultSet row, Rotation rotation) throws SQLException {
    return new SessionRow(
        row.getObject("id", UUID.class),
        HolderRow.read(row, "user_id", "user_created_at"),
        HolderRow.instant(row, "created_at"),
        Micros.of(rotation.now()),
        HolderRow.instant(row, "expires_at"),
        Micros.of(rotation.idleUntil()),
        null,
        row.getString("user_agent"),
        row.getString("ip"));
  }
}
