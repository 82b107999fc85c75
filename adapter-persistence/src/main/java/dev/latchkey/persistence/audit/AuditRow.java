package dev.latchkey.persistence.audit;

import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditQuery;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.UserId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of `auth.audit`.
@MappedEntity(value = "audit", schema = "auth")
record AuditRow(
    @Id UUID id,
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

  static AuditRow of(UUID id, AuditEvent event) {
    return new AuditRow(
        id,
        event.at(),
        event.kind().code(),
        event.actor() == null ? null : event.actor().value(),
        event.user() == null ? null : event.user().value(),
        event.session() == null ? null : event.session().value(),
        event.key() == null ? null : event.key().value(),
        event.origin().requestId(),
        event.origin().client().ip(),
        event.origin().client().userAgent(),
        event.detail());
  }

  /// The event; empty where a later version wrote it, of a kind that this one does not know.
  Optional<AuditEntry> toEntry() {
    return EventKind.find(kind).map(known -> new AuditEntry(id, event(known)));
  }

  private AuditEvent event(EventKind known) {
    return new AuditEvent(
        known,
        at,
        new Origin(requestId, new Client(ip, userAgent)),
        actorId == null ? null : new UserId(actorId),
        userId == null ? null : new UserId(userId),
        sessionId == null ? null : new SessionId(sessionId),
        apiKeyId == null ? null : new ApiKeyId(apiKeyId),
        detail);
  }

  AuditQuery.Place place() {
    return new AuditQuery.Place(at, id);
  }
}
