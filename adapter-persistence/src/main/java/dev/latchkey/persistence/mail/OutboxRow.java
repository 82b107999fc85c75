package dev.latchkey.persistence.mail;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of `auth.outbox`.
@MappedEntity(value = "outbox", schema = "auth")
record OutboxRow(
    @Id UUID id,
    String kind,
    String recipient,
    UUID userId,
    @Nullable String name,
    @Nullable UUID ticketId,
    @Nullable String ip,
    @Nullable String userAgent,
    Instant createdAt,
    int attempts) {}
