package dev.latchkey.persistence.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The statements on `auth.audit`.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AuditRows extends GenericRepository<AuditRow, UUID> {

  /// Keeps the older row where there is one of this id.
  @Query(
      """
      INSERT INTO auth.audit (id, at, kind, actor_id, user_id, session_id, api_key_id, request_id,
        ip, user_agent, detail)
      VALUES (:id, :happened, :kind, :actor, :user, :session, :key, :requestId, :ip, :userAgent, :detail)
      ON CONFLICT (id) DO NOTHING
      """)
  int insert(
      UUID id,
      @TypeDef(type = DataType.OBJECT) OffsetDateTime happened,
      String kind,
      @Nullable UUID actor,
      @Nullable UUID user,
      @Nullable UUID session,
      @Nullable UUID key,
      @Nullable String requestId,
      @Nullable String ip,
      @Nullable String userAgent,
      @Nullable String detail);

  /// Takes out of a user's events what could still tell who they were.
  @Query(
      """
      UPDATE auth.audit SET ip = NULL, user_agent = NULL
      WHERE (user_id = :user OR actor_id = :user) AND (ip IS NOT NULL OR user_agent IS NOT NULL)
      """)
  int removeDevices(UUID user);
}
