package dev.latchkey.persistence.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What redeeming a ticket does to its user, whose row is locked by then.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface HolderRows extends GenericRepository<HolderRow, UUID> {

  @Query("SELECT * FROM auth.users WHERE id = :id")
  HolderRow get(UUID id);

  /// Locks the user's row, if the user is still as they were seen.
  @Query(
      """
      SELECT id FROM auth.users
      WHERE id = :id AND is_active AND email_canonical = :email AND is_verified = :verified
      FOR UPDATE
      """)
  @Nullable UUID lock(UUID id, String email, boolean verified);

  /// Verifies the address, and gives a new password where there is one.
  @Query(
      """
      UPDATE auth.users
      SET is_verified = true, password_hash = COALESCE(:hash, password_hash), updated_at = :now,
        version = version + 1
      WHERE id = :id
      RETURNING *
      """)
  List<HolderRow> verify(UUID id, @Nullable String hash, Instant now);

  @Query(
      """
      UPDATE auth.users
      SET email = :email, email_canonical = :canonical, is_verified = true, updated_at = :now,
        version = version + 1
      WHERE id = :id
      RETURNING *
      """)
  List<HolderRow> changeEmail(UUID id, String email, String canonical, Instant now);

  /// A statement of its own after the user's row is locked, so that it sees the session of a log-in
  /// that has committed just before.
  @Query(
      """
      UPDATE auth.session SET revoked_at = :now, revoke_reason = :reason
      WHERE user_id = :user AND revoked_at IS NULL
      """)
  int endSessions(UUID user, String reason, Instant now);

  /// A statement of its own, so that it sees a key that was made just before.
  @Query("UPDATE auth.api_key SET revoked_at = :now WHERE user_id = :user AND revoked_at IS NULL")
  int revokeApiKeys(UUID user, Instant now);
}
