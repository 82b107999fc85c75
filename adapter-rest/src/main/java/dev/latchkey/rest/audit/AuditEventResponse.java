package dev.latchkey.rest.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.UserId;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happened. Of a user who was purged, the ids are left.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AuditEvent")
record AuditEventResponse(
    UUID id,
    Instant at,
    String kind,
    @Nullable UUID actorId,
    @Nullable UUID userId,
    @Nullable UUID sessionId,
    @Nullable UUID apiKeyId,
    @Nullable String requestId,
    @Nullable String ip,
    @Nullable String userAgent,
    @Nullable String detail) {

  static AuditEventResponse of(AuditEntry entry) {
    var event = entry.event();
    return new AuditEventResponse(
        entry.id(),
        event.at(),
        event.kind().code(),
        id(event.actor()),
        id(event.user()),
        id(event.session()),
        id(event.key()),
        event.origin().requestId(),
        event.origin().client().ip(),
        event.origin().client().userAgent(),
        event.detail());
  }

  private static @Nullable UUID id(@Nullable UserId user) {
    return user == null ? null : user.value();
  }

  private static @Nullable UUID id(@Nullable SessionId session) {
    return session == null ? null : session.value();
  }

  private static @Nullable UUID id(@Nullable ApiKeyId key) {
    return key == null ? null : key.value();
  }
}
