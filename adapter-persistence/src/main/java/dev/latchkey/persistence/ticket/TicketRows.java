package dev.latchkey.persistence.ticket;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The statements on `auth.ticket`.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TicketRows extends GenericRepository<TicketRow, UUID> {

  /// Puts a ticket in the place of the user's older one of its purpose.
  @Query(
      """
      INSERT INTO auth.ticket (user_id, purpose, id, digest, email, password_hash, created_at,
        expires_at)
      VALUES (:user, :purpose, :id, :digest, :email, :hash, :createdAt, :expiresAt)
      ON CONFLICT (user_id, purpose) DO UPDATE
      SET id = excluded.id, digest = excluded.digest, email = excluded.email,
        password_hash = excluded.password_hash, created_at = excluded.created_at,
        expires_at = excluded.expires_at
      """)
  int issue(
      UUID user,
      String purpose,
      UUID id,
      byte[] digest,
      String email,
      @Nullable String hash,
      Instant createdAt,
      Instant expiresAt);

  @Query("DELETE FROM auth.ticket WHERE user_id = :user")
  int drop(UUID user);
}
