package dev.latchkey.persistence.session;

import dev.latchkey.domain.session.LiveSession;
import dev.latchkey.domain.session.Rotation;
import dev.latchkey.persistence.Micros;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The one statement that rotates a refresh token. In plain JDBC, since a repository's mapping took
/// a fifth of what a refresh costs the service.
@Singleton
final class RotateStatement {

  /// Locks the session's row, spends the token, adds its successor and notes the use.
  ///
  /// A rotation that loses waits for the row, is then checked against what the winner committed
  /// (PostgreSQL, "Read Committed Isolation Level"), finds the session ended or the token spent,
  /// and changes nothing. The user is read without a lock: who deactivates them ends the session in
  /// a later statement, and waits for this one's lock.
  private static final String ROTATE =
      """
      WITH locked AS MATERIALIZED (
        SELECT s.id, s.created_at, s.expires_at, s.user_agent, s.ip, u.id AS user_id, u.email,
          u.username, u.name, u.image_url, u.role, u.is_active, u.is_verified,
          u.created_at AS user_created_at, u.updated_at, u.last_login, u.version
        FROM auth.session s JOIN auth.users u ON u.id = s.user_id
        WHERE s.id = ? AND s.revoked_at IS NULL AND LEAST(s.expires_at, s.idle_until) > ?
          AND u.is_active
        FOR UPDATE OF s
      ), spent AS (
        UPDATE auth.refresh_token t SET rotated_at = ? FROM locked
        WHERE t.jti = ? AND t.session_id = locked.id AND t.token_hash = ? AND t.rotated_at IS NULL
        RETURNING t.session_id, t.generation, t.rotated_at
      ), successor AS (
        INSERT INTO auth.refresh_token
          (jti, session_id, generation, token_hash, issued_at, expires_at, key_id)
        SELECT ?, session_id, generation + 1, ?, ?, ?, ? FROM spent
      ), used AS (
        UPDATE auth.session s SET last_used_at = spent.rotated_at, idle_until = ? FROM spent
        WHERE s.id = spent.session_id
      )
      SELECT locked.* FROM locked JOIN spent ON spent.session_id = locked.id
      """;

  private final JdbcOperations jdbc;

  RotateStatement(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /// @return the session as of now with its user; none where nothing was done
  Optional<LiveSession> rotate(Rotation rotation) {
    return jdbc.execute(connection -> {
      try (var statement = connection.prepareStatement(ROTATE)) {
        bind(statement, rotation);
        try (var result = statement.executeQuery()) {
          return result.next() ? Optional.of(read(result, rotation)) : Optional.empty();
        }
      }
    });
  }

  private static void bind(PreparedStatement statement, Rotation rotation) throws SQLException {
    var presented = rotation.presented();
    var successor = rotation.successor();
    var now = Micros.typed(rotation.now());
    statement.setObject(1, presented.session().value());
    statement.setObject(2, now);
    statement.setObject(3, now);
    statement.setObject(4, presented.jti());
    statement.setBytes(5, rotation.presentedDigest().bytes());
    statement.setObject(6, successor.jti());
    statement.setBytes(7, rotation.successorDigest().bytes());
    statement.setObject(8, Micros.typed(successor.issuedAt()));
    statement.setObject(9, Micros.typed(successor.expiresAt()));
    statement.setString(10, successor.keyId());
    statement.setObject(11, Micros.typed(rotation.idleUntil()));
  }

  private static LiveSession read(ResultSet row, Rotation rotation) throws SQLException {
    var user =
        new HolderRow(
            row.getObject(6, UUID.class),
            row.getString(7),
            row.getString(8),
            row.getString(9),
            row.getString(10),
            row.getString(11),
            row.getBoolean(12),
            row.getBoolean(13),
            instant(row, 14),
            instant(row, 15),
            nullableInstant(row, 16),
            row.getLong(17));
    return new SessionRow(
            row.getObject(1, UUID.class),
            user,
            instant(row, 2),
            Micros.of(rotation.now()),
            instant(row, 3),
            Micros.of(rotation.idleUntil()),
            null,
            row.getString(4),
            row.getString(5))
        .toLive();
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant nullableInstant(ResultSet row, int column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
