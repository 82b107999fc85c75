package dev.latchkey.persistence.user;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The statements on `auth.users`.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface UserRows extends GenericRepository<UserRow, UUID> {

  @Query(
      """
      INSERT INTO auth.users (id, email, email_canonical, username, name, name_folded, image_url,
        role, is_active, is_verified, created_at, updated_at, last_login, version, password_hash)
      VALUES (:id, :email, :emailCanonical, :username, :name, :nameFolded, :imageUrl,
        :role, :active, :verified, :createdAt, :updatedAt, :lastLogin, :version, :hash)
      """)
  int insert(
      UUID id,
      String email,
      String emailCanonical,
      @Nullable String username,
      @Nullable String name,
      @Nullable String nameFolded,
      @Nullable String imageUrl,
      String role,
      boolean active,
      boolean verified,
      Instant createdAt,
      Instant updatedAt,
      @Nullable Instant lastLogin,
      long version,
      @Nullable String hash);

  @Query("SELECT * FROM auth.users WHERE id = :id")
  @Nullable UserRow findById(UUID id);

  @Query("SELECT * FROM auth.users WHERE email_canonical = :email")
  @Nullable UserRow findByEmail(String email);

  @Query("SELECT * FROM auth.users WHERE username = :username")
  @Nullable UserRow findByUsername(String username);

  @Query("SELECT * FROM auth.users WHERE id > :after ORDER BY id LIMIT :limit")
  List<UserRow> findFollowing(UUID after, int limit);

  @Query(
      """
      SELECT CAST(coalesce(sum(users), 0) AS bigint) AS total,
        CAST(coalesce(sum(users) FILTER (WHERE is_active), 0) AS bigint) AS active,
        CAST(coalesce(sum(users) FILTER (WHERE is_verified), 0) AS bigint) AS verified,
        (SELECT count(*) FROM (
          SELECT DISTINCT user_id FROM auth.session WHERE created_at >= :since) u) AS logins
      FROM auth.users_counted
      """)
  CountsRow count(Instant since);

  /// The address as it stands, and stays until the end of the transaction.
  @Query("SELECT email_canonical FROM auth.users WHERE id = :id FOR UPDATE")
  @Nullable String lockEmail(UUID id);

  /// Saves an edit of that version.
  ///
  /// @return the row as it stands now; none where it is gone or of another version
  @Query(
      """
      UPDATE auth.users
      SET email = :email, email_canonical = :emailCanonical, username = :username, name = :name,
        name_folded = :nameFolded, image_url = :imageUrl, role = :role, is_active = :active,
        is_verified = :verified, updated_at = :now, version = version + 1
      WHERE id = :id AND version = :version
      RETURNING *
      """)
  List<UserRow> update(
      UUID id,
      long version,
      String email,
      String emailCanonical,
      @Nullable String username,
      @Nullable String name,
      @Nullable String nameFolded,
      @Nullable String imageUrl,
      String role,
      boolean active,
      boolean verified,
      Instant now);

  @Query("UPDATE auth.users SET password_hash = :renewed WHERE id = :id AND password_hash = :old")
  int replaceHash(UUID id, String old, String renewed);

  /// A statement of its own after the user's row is locked, so that it sees the session of a log-in
  /// that has committed just before.
  @Query(
      """
      UPDATE auth.session SET revoked_at = :now, revoke_reason = :reason
      WHERE user_id = :user AND revoked_at IS NULL AND id IS DISTINCT FROM CAST(:kept AS uuid)
      """)
  int endSessions(UUID user, @Nullable UUID kept, String reason, Instant now);

  /// A statement of its own, so that it sees a key that was made just before.
  @Query("UPDATE auth.api_key SET revoked_at = :now WHERE user_id = :user AND revoked_at IS NULL")
  int revokeApiKeys(UUID user, Instant now);

  @Query("DELETE FROM auth.users WHERE id = :id")
  int delete(UUID id);
}
