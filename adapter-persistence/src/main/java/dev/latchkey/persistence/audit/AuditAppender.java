package dev.latchkey.persistence.audit;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.persistence.Micros;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Appends events within whatever transaction there is.
@Singleton
public final class AuditAppender {
  private final AuditRows rows;
  private final Ids ids;

  AuditAppender(AuditRows rows, Ids ids) {
    this.rows = rows;
    this.ids = ids;
  }

  /// Appends an event under a new id.
  public void append(AuditEvent event) {
    rows.insert(
        ids.next(),
        Micros.of(event.at()),
        event.kind().code(),
        id(event.actor()),
        id(event.user()),
        id(event.session()),
        event.origin().requestId(),
        event.origin().client().ip(),
        event.origin().client().userAgent(),
        event.detail());
  }

  /// Leaves nothing of a user's events but what happened to an id.
  public void pseudonymise(UserId user) {
    rows.removeDevices(user.value());
  }

  private static @Nullable UUID id(@Nullable UserId user) {
    return user == null ? null : user.value();
  }

  private static @Nullable UUID id(@Nullable SessionId session) {
    return session == null ? null : session.value();
  }
}
