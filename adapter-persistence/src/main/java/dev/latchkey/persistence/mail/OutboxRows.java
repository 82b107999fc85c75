package dev.latchkey.persistence.mail;

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

/// The statements on `auth.outbox`.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OutboxRows extends GenericRepository<OutboxRow, UUID> {

  @Query(
      """
      INSERT INTO auth.outbox (id, kind, recipient, user_id, name, ticket_id, ip, user_agent,
        created_at, next_attempt_at)
      VALUES (:id, :kind, :recipient, :user, :name, :ticket, :ip, :userAgent, :createdAt,
        :createdAt)
      """)
  int insert(
      UUID id,
      String kind,
      String recipient,
      UUID user,
      @Nullable String name,
      @Nullable UUID ticket,
      @Nullable String ip,
      @Nullable String userAgent,
      Instant createdAt);

  /// Claims what is due; rows that somebody else is claiming just now are passed over, and so are
  /// those of other kinds than these.
  @Query(
      """
      WITH due AS (
        SELECT id FROM auth.outbox
        WHERE sent_at IS NULL AND failed_at IS NULL AND next_attempt_at <= :now
          AND kind IN (:kinds)
        ORDER BY next_attempt_at, id LIMIT :limit FOR UPDATE SKIP LOCKED
      ), claimed AS (
        UPDATE auth.outbox o SET attempts = o.attempts + 1, next_attempt_at = :lease
        FROM due WHERE o.id = due.id
        RETURNING o.id, o.kind, o.recipient, o.user_id, o.name, o.ticket_id, o.ip, o.user_agent,
          o.created_at, o.attempts
      )
      SELECT * FROM claimed ORDER BY created_at, id
      """)
  List<OutboxRow> claim(
      int limit,
      List<String> kinds,
      @TypeDef(type = DataType.OBJECT) OffsetDateTime now,
      @TypeDef(type = DataType.OBJECT) OffsetDateTime lease);

  @Query("UPDATE auth.outbox SET sent_at = :now, failed_at = NULL WHERE id = :id")
  int markSent(UUID id, Instant now);

  @Query(
      """
      UPDATE auth.outbox SET next_attempt_at = :until, last_error = :reason
      WHERE id = :id AND attempts = :attempt AND sent_at IS NULL AND failed_at IS NULL
      """)
  int putOff(UUID id, int attempt, Instant until, String reason);

  @Query(
      """
      UPDATE auth.outbox SET failed_at = :now, last_error = :reason
      WHERE id = :id AND attempts = :attempt AND sent_at IS NULL AND failed_at IS NULL
      """)
  int giveUp(UUID id, int attempt, Instant now, String reason);

  @Query("DELETE FROM auth.outbox WHERE id = :id")
  int drop(UUID id);

  @Query("SELECT count(*) FROM auth.outbox WHERE sent_at IS NULL AND failed_at IS NULL")
  long countWaiting();
}
