package dev.latchkey.persistence.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
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
    @Nullable String requestId,
    @Nullable String ip,
    @Nullable String userAgent,
    @Nullable String detail) {}
