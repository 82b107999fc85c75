package dev.latchkey.persistence.audit;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.persistence.Micros;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Appends events within whatever transaction there is. What cannot be written down is not done:
/// where the audit takes no row, for whatever reason, the change fails as if there were no
/// database.
@Singleton
public final class AuditAppender {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final AuditRows rows;
  private final Ids ids;

  AuditAppender(AuditRows rows, Ids ids) {
    this.rows = rows;
    this.ids = ids;
  }

  /// Appends an event under a new id.
  public void append(AuditEvent event) {
    if (insert(ids.next(), event) == 0) {
      throw new IllegalStateException("an id was given twice");
    }
  }

  /// The columns of an event under a new id, in the order of [AuditRow], for a statement that
  /// appends it besides other things.
  public List<@Nullable Object> columns(AuditEvent event) {
    var row = AuditRow.of(ids.next(), event);
    return Arrays.asList(
        row.id(),
        Micros.typed(row.at()),
        row.kind(),
        row.actorId(),
        row.userId(),
        row.sessionId(),
        row.apiKeyId(),
        row.requestId(),
        row.ip(),
        row.userAgent(),
        row.detail());
  }

  /// Appends an event under an id that all of its sort and minute share: the first one stays.
  void appendOncePerMinute(AuditEvent event) {
    insert(idOfMinute(event), event);
  }

  private static UUID idOfMinute(AuditEvent event) {
    var isOfNobody = event.actor() == null && event.user() == null;
    var text =
        "%s %s %s %s %s"
            .formatted(
                event.kind().code(),
                event.actor(),
                event.user(),
                isOfNobody ? event.origin().client().ip() : "",
                event.at().truncatedTo(ChronoUnit.MINUTES));
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private int insert(UUID id, AuditEvent event) {
    var row = AuditRow.of(id, event);
    try {
      return rows.insert(
          row.id(),
          Micros.typed(row.at()),
          row.kind(),
          row.actorId(),
          row.userId(),
          row.sessionId(),
          row.apiKeyId(),
          row.requestId(),
          row.ip(),
          row.userAgent(),
          row.detail());
    } catch (RuntimeException e) {
      throw new Unavailable("the audit cannot be written", RETRY_AFTER, e);
    }
  }

  /// Leaves nothing of a user's events but what happened to an id.
  public void pseudonymise(UserId user) {
    rows.removeDevices(user.value());
  }
}
