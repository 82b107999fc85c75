package dev.latchkey.persistence.session;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The one statement that opens a session.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OpenStatement extends GenericRepository<HolderRow, UUID> {

  /// Notes the log-in on the user's row first: who deactivates the user or changes the password
  /// waits for that row, or has committed before and lets nothing be found.
  ///
  /// @return the user as of now; none where nothing was done
  @Query(
      """
      WITH u AS (
        UPDATE auth.users
        SET last_login = :now, password_hash = COALESCE(:renewed, password_hash)
        WHERE id = :user AND is_active AND password_hash = :verified
        RETURNING *
      ), s AS (
        INSERT INTO auth.session
          (id, user_id, created_at, last_used_at, expires_at, idle_until, user_agent, ip,
           network)
        SELECT :session, u.id, :now, :lastUsedAt, :expiresAt, :idleUntil, :userAgent, :ip,
          :network
        FROM u
        RETURNING id
      ), t AS (
        INSERT INTO auth.refresh_token
          (jti, session_id, generation, token_hash, issued_at, expires_at, key_id)
        SELECT :jti, s.id, 0, :digest, :issuedAt, :tokenExpiresAt, :keyId FROM s
      )
      SELECT * FROM u
      """)
  List<HolderRow> open(
      UUID user,
      String verified,
      @Nullable String renewed,
      UUID session,
      @TypeDef(type = DataType.OBJECT) OffsetDateTime now,
      @TypeDef(type = DataType.OBJECT) OffsetDateTime lastUsedAt,
      @TypeDef(type = DataType.OBJECT) OffsetDateTime expiresAt,
      @TypeDef(type = DataType.OBJECT) OffsetDateTime idleUntil,
      @Nullable String userAgent,
      @Nullable String ip,
      @Nullable String network,
      UUID jti,
      byte[] digest,
      @TypeDef(type = DataType.OBJECT) OffsetDateTime issuedAt,
      @TypeDef(type = DataType.OBJECT) OffsetDateTime tokenExpiresAt,
      String keyId);
}
