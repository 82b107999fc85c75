package dev.latchkey.persistence.mail;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
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
}
