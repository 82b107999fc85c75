package dev.latchkey.rest.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.domain.session.DeviceLabel;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A device on which a user is logged in.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Session")
record SessionResponse(
    UUID id,
    String label,
    @Nullable String ip,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt,
    boolean current) {

  static SessionResponse of(Session session, SessionId current) {
    return new SessionResponse(
        session.id().value(),
        DeviceLabel.of(session.client().userAgent()),
        session.client().ip(),
        session.createdAt(),
        session.lastUsedAt(),
        session.endsAt(),
        session.id().equals(current));
  }
}
