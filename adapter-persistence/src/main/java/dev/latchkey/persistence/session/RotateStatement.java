package dev.latchkey.persistence.session;

import io.micronaut.data.annotation.Join;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/// The one statement that rotates a refresh token.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RotateStatement extends GenericRepository<SessionRow, UUID> {

  /// Locks the session's row, spends the token, adds its successor and notes the use.
  ///
  /// A rotation that loses waits for the row, is then checked against what the winner committed
  /// (PostgreSQL, "Read Committed Isolation Level"), finds the session ended or the token spent,
  /// and changes nothing. The user is read without a lock: who deactivates them ends the session in
  /// a later statement, and waits for this one's lock.
  ///
  /// Times are of a stated type (see `Micros`), and named unlike the columns of the result, from
  /// which Micronaut would take another.
  ///
  /// @return the session as of now with its user; none where nothing was done
  @Query(
      """
      WITH locked AS MATERIALIZED (
        SELECT s.id FROM auth.session s JOIN auth.users u ON u.id = s.user_id
        WHERE s.id = :session AND s.revoked_at IS NULL AND s.expires_at > :now
          AND s.idle_until > :now AND u.is_active
        FOR UPDATE OF s
      ), spent AS (
        UPDATE auth.refresh_token t SET rotated_at = :now FROM locked
        WHERE t.jti = :jti AND t.session_id = locked.id AND t.token_hash = :digest
          AND t.rotated_at IS NULL
        RETURNING t.session_id, t.generation
      ), successor AS (
        INSERT INTO auth.refresh_token
          (jti, session_id, generation, token_hash, issued_at, expires_at, key_id)
        SELECT :successorJti, session_id, generation + 1, :successorDigest, :issuedAt, :tokenExpiresAt,
          :keyId
        FROM spent
      ), s AS (
        UPDATE auth.session SET last_used_at = :now, idle_until = :idleDeadline FROM spent
        WHERE auth.session.id = spent.session_id
        RETURNING auth.session.*
      )
      SELECT
      """
          + SessionRows.WITH_USER
          + "FROM s JOIN auth.users u ON u.id = s.user_id")
  @Join(value = "user", alias = "user_")
  List<SessionRow> rotate(
      UUID session,
      UUID jti,
      byte[] digest,
      UUID successorJti,
      byte[] successorDigest,
      @TypeDef(type = DataType.OBJECT) OffsetDateTime issuedAt,
      @TypeDef(type = DataType.OBJECT) OffsetDateTime tokenExpiresAt,
      String keyId,
      @TypeDef(type = DataType.OBJECT) OffsetDateTime now,
      @TypeDef(type = DataType.OBJECT) OffsetDateTime idleDeadline);
}
