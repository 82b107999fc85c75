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
import org.jspecify.annotations.Nullable;

/// The statements on `auth.session`.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SessionRows extends GenericRepository<SessionRow, UUID> {
  String WITH_USER =
      """
       s.id, s.created_at, s.last_used_at, s.expires_at, s.idle_until, s.revoked_at, s.user_agent,
        s.ip, u.id AS user_id, u.email AS user_email, u.username AS user_username,
        u.name AS user_name, u.image_url AS user_image_url, u.role AS user_role,
        u.is_active AS user_is_active, u.is_verified AS user_is_verified,
        u.created_at AS user_created_at, u.updated_at AS user_updated_at,
        u.last_login AS user_last_login, u.version AS user_version
      """;

  @Query(
      "SELECT"
          + WITH_USER
          + """
          FROM auth.session s JOIN auth.users u ON u.id = s.user_id
          WHERE s.id = :id AND s.revoked_at IS NULL AND s.expires_at > :now AND s.idle_until > :now
            AND u.is_active
          """)
  @Join(value = "user", alias = "user_")
  @Nullable SessionRow findLive(UUID id, @TypeDef(type = DataType.OBJECT) OffsetDateTime now);

  @Query(
      "SELECT"
          + WITH_USER
          + """
          FROM auth.session s JOIN auth.users u ON u.id = s.user_id
          WHERE s.user_id = :user AND s.revoked_at IS NULL AND s.expires_at > :now
            AND s.idle_until > :now
          ORDER BY s.last_used_at DESC, s.id DESC
          """)
  @Join(value = "user", alias = "user_")
  List<SessionRow> list(UUID user, @TypeDef(type = DataType.OBJECT) OffsetDateTime now);

  @Query(
      "SELECT"
          + WITH_USER
          + """
          FROM auth.session s JOIN auth.users u ON u.id = s.user_id
          WHERE s.id = :id AND s.user_id = :user AND s.revoked_at IS NULL AND s.expires_at > :now
            AND s.idle_until > :now AND u.is_active
            AND EXISTS (
              SELECT FROM auth.refresh_token t
              WHERE t.jti = :jti AND t.session_id = s.id AND t.token_hash = :hash
                AND t.rotated_at IS NULL)
          """)
  @Join(value = "user", alias = "user_")
  @Nullable SessionRow findUnspent(
      UUID id,
      UUID user,
      UUID jti,
      byte[] hash,
      @TypeDef(type = DataType.OBJECT) OffsetDateTime now);

  /// One, where there is any.
  @Query(
      """
      SELECT count(*) FROM (
        SELECT FROM auth.session
        WHERE user_id = :user AND network = :network AND created_at >= :since LIMIT 1
      ) s
      """)
  long countFrom(UUID user, String network, @TypeDef(type = DataType.OBJECT) OffsetDateTime since);

  /// Compares user agents without their numbers, as [dev.latchkey.domain.session.Client#kind()]
  /// does.
  ///
  /// @param opened the session that is left out
  @Query(
      """
      SELECT EXISTS (
        SELECT FROM auth.session
        WHERE user_id = :user AND id <> :opened
          AND regexp_replace(COALESCE(user_agent, ''), '[0-9._]+', '', 'g') = :kind
      )
      """)
  boolean hasSeen(UUID user, UUID opened, String kind);

  /// Locks the session's row; every later statement of the transaction sees its tokens at rest.
  @Query(
      "SELECT"
          + WITH_USER
          + """
          FROM auth.session s JOIN auth.users u ON u.id = s.user_id
          WHERE s.id = :id FOR UPDATE OF s
          """)
  @Join(value = "user", alias = "user_")
  @Nullable SessionRow lock(UUID id);

  /// Ends the session unless it has ended before.
  ///
  /// @return 0 where it has, and where the user has no such session
  @Query(
      """
      UPDATE auth.session SET revoked_at = :now, revoke_reason = :reason
      WHERE id = :id AND user_id = :user AND revoked_at IS NULL
      """)
  int end(UUID id, UUID user, String reason, @TypeDef(type = DataType.OBJECT) OffsetDateTime now);

  @Query("SELECT EXISTS (SELECT FROM auth.session WHERE id = :id AND user_id = :user)")
  boolean exists(UUID id, UUID user);

  /// Keeps the calls that end several sessions of one user from meeting each other half-way.
  @Query("SELECT id FROM auth.users WHERE id = :user FOR UPDATE")
  @Nullable UUID lockUser(UUID user);

  @Query(
      """
      UPDATE auth.session SET revoked_at = :now, revoke_reason = :reason
      WHERE user_id = :user AND revoked_at IS NULL AND id IS DISTINCT FROM CAST(:kept AS uuid)
      """)
  int endAll(
      UUID user,
      @Nullable UUID kept,
      String reason,
      @TypeDef(type = DataType.OBJECT) OffsetDateTime now);

  @Query(
      """
      UPDATE auth.session SET revoked_at = :now, revoke_reason = 'EVICTED'
      WHERE id IN (
        SELECT id FROM auth.session
        WHERE user_id = :user AND revoked_at IS NULL AND expires_at > :now AND idle_until > :now
        ORDER BY id = :opened DESC, last_used_at DESC, id DESC
        OFFSET :kept
      )
      """)
  int evict(UUID user, UUID opened, int kept, @TypeDef(type = DataType.OBJECT) OffsetDateTime now);
}
