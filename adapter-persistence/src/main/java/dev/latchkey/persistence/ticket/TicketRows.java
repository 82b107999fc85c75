package dev.latchkey.persistence.ticket;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The statements on `auth.ticket`.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TicketRows extends GenericRepository<TicketRow, UUID> {

  /// Puts a ticket in the place of the user's older one of its purpose, whose password it takes
  /// over where it brings none.
  @Query(
      """
      INSERT INTO auth.ticket (user_id, purpose, id, digest, email, password_hash, created_at,
        expires_at)
      VALUES (:user, :purpose, :id, :digest, :email, :hash, :createdAt, :expiresAt)
      ON CONFLICT (user_id, purpose) DO UPDATE
      SET id = excluded.id, digest = excluded.digest, email = excluded.email,
        password_hash = COALESCE(excluded.password_hash, ticket.password_hash), created_at = excluded.created_at,
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

  @Query(
      """
      SELECT t.* FROM auth.ticket t JOIN auth.users u ON u.id = t.user_id
      WHERE t.digest = :digest AND t.purpose = :purpose AND t.expires_at > :now AND u.is_active
      """)
  @Nullable TicketRow find(byte[] digest, String purpose, Instant now);

  /// Takes a ticket away, after the row of its user has been locked: in that order, as all who
  /// change a user take their locks.
  ///
  /// @return none where there is no such ticket, or somebody else has taken it
  @Query(
      """
      WITH holder AS (
        SELECT u.id FROM auth.users u JOIN auth.ticket t ON t.user_id = u.id
        WHERE t.digest = :digest AND t.purpose = :purpose AND t.expires_at > :now AND u.is_active
        FOR UPDATE OF u
      )
      DELETE FROM auth.ticket t USING holder
      WHERE t.user_id = holder.id AND t.digest = :digest AND t.purpose = :purpose
      RETURNING t.*
      """)
  List<TicketRow> take(byte[] digest, String purpose, Instant now);

  @Query("DELETE FROM auth.ticket WHERE user_id = :user AND purpose = :purpose")
  int drop(UUID user, String purpose);

  @Query("DELETE FROM auth.ticket WHERE user_id = :user")
  int drop(UUID user);
}
