package dev.latchkey.persistence.session;

import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.session.LiveSession;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.UserId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Relation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of `auth.session` with its user.
@MappedEntity(value = "session", schema = "auth")
record SessionRow(
    @Id UUID id,
    @Relation(Relation.Kind.MANY_TO_ONE) HolderRow user,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt,
    Instant idleUntil,
    @Nullable Instant revokedAt,
    @Nullable String userAgent,
    @Nullable String ip) {

  boolean isEnded() {
    return revokedAt != null || !user.isActive();
  }

  Session toSession() {
    return new Session(
        new SessionId(id),
        new UserId(user.id()),
        new Client(ip, userAgent),
        createdAt,
        lastUsedAt,
        expiresAt,
        idleUntil);
  }

  LiveSession toLive() {
    return new LiveSession(toSession(), user.toUser());
  }
}
