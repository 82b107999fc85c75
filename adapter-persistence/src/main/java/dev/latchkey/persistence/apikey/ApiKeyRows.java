package dev.latchkey.persistence.apikey;

import io.micronaut.data.annotation.Join;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The statements on `auth.api_key`.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ApiKeyRows extends GenericRepository<ApiKeyRow, UUID> {
  String LIVING_WITH_USER =
      """
      SELECT k.id, k.name, k.scopes, k.hint, k.created_at, k.expires_at, k.last_used_at,
        u.id AS user_id, u.email AS user_email, u.username AS user_username,
        u.name AS user_name, u.image_url AS user_image_url, u.role AS user_role,
        u.is_active AS user_is_active, u.is_verified AS user_is_verified,
        u.created_at AS user_created_at, u.updated_at AS user_updated_at,
        u.last_login AS user_last_login, u.version AS user_version
      FROM auth.api_key k JOIN auth.users u ON u.id = k.user_id
      WHERE k.revoked_at IS NULL AND k.expires_at > :now
      """;

  /// Locks the row of an active user: who deactivates them or resets their password waits for it,
  /// or has committed before and is seen by the statements that follow.
  @Query("SELECT id FROM auth.users WHERE id = :user AND is_active FOR UPDATE")
  @Nullable UUID lockUser(UUID user);

  @Query(
      """
      SELECT EXISTS (
        SELECT FROM auth.session
        WHERE id = :session AND user_id = :user AND revoked_at IS NULL AND expires_at > :now
          AND idle_until > :now
      )
      """)
  boolean hasSession(UUID user, UUID session, Instant now);

  @Query(
      """
      SELECT count(*) FROM auth.api_key
      WHERE user_id = :user AND revoked_at IS NULL AND expires_at > :now
      """)
  long countLiving(UUID user, Instant now);

  @Query(
      """
      INSERT INTO auth.api_key (id, user_id, name, scopes, hint, digest, created_at, expires_at)
      VALUES (:id, :user, :name, :scopes, :hint, :digest, :createdAt, :expiresAt)
      """)
  int insert(
      UUID id,
      UUID user,
      String name,
      String scopes,
      String hint,
      byte[] digest,
      Instant createdAt,
      Instant expiresAt);

  @Query(LIVING_WITH_USER + " AND k.digest = :digest AND u.is_active")
  @Join(value = "user", alias = "user_")
  @Nullable ApiKeyRow findLive(byte[] digest, @TypeDef(type = DataType.OBJECT) OffsetDateTime now);

  @Query(LIVING_WITH_USER + " AND k.user_id = :user ORDER BY k.created_at DESC, k.id DESC")
  @Join(value = "user", alias = "user_")
  List<ApiKeyRow> list(UUID user, Instant now);

  /// Revokes the key unless it was revoked before.
  ///
  /// @return 0 where it was, and where the user has no such key
  @Query(
      """
      UPDATE auth.api_key SET revoked_at = :now
      WHERE id = :id AND user_id = :user AND revoked_at IS NULL
      """)
  int revoke(UUID id, UUID user, Instant now);

  @Query("SELECT EXISTS (SELECT FROM auth.api_key WHERE id = :id AND user_id = :user)")
  boolean exists(UUID id, UUID user);

  /// Passes over a row that somebody else holds.
  ///
  /// @return the key's id where the use was noted
  @Query(
      """
      UPDATE auth.api_key SET last_used_at = :now
      WHERE id IN (
        SELECT id FROM auth.api_key
        WHERE id = :id AND (last_used_at IS NULL OR last_used_at <= :since)
        FOR UPDATE SKIP LOCKED
      )
      RETURNING id
      """)
  List<UUID> noteUse(UUID id, Instant now, Instant since);
}
