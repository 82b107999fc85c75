package dev.latchkey.persistence.mail;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.mail.ClaimedMail;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.port.Outbox;
import dev.latchkey.persistence.Guarded;
import dev.latchkey.persistence.Micros;
import dev.latchkey.persistence.audit.AuditAppender;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Keeps in PostgreSQL the mails that wait.
@Singleton
final class JdbcOutbox implements Outbox {
  /// Others, which a newer version has put there, wait for a node that knows them.
  private static final List<String> KNOWN = Stream.of(MailKind.values()).map(Enum::name).toList();

  private final Guarded guarded;
  private final OutboxRows rows;
  private final AuditAppender audit;

  JdbcOutbox(Guarded guarded, OutboxRows rows, AuditAppender audit) {
    this.guarded = guarded;
    this.rows = rows;
    this.audit = audit;
  }

  @Override
  public List<ClaimedMail> claim(int limit, Instant now, Instant lease) {
    return guarded
        .once(() -> rows.claim(limit, KNOWN, Micros.typed(now), Micros.typed(lease)))
        .stream()
        .map(OutboxRow::toClaimed)
        .toList();
  }

  @Override
  public void markSent(ClaimedMail mail, Instant now) {
    guarded.once(() -> rows.markSent(mail.id().value(), Micros.of(now)));
  }

  @Override
  public void putOff(ClaimedMail mail, Instant until, String reason) {
    guarded.once(() -> rows.putOff(mail.id().value(), mail.attempt(), Micros.of(until), reason));
  }

  @Override
  public void giveUp(ClaimedMail mail, Instant now, String reason, AuditEvent event) {
    guarded.together(() -> {
      var given = rows.giveUp(mail.id().value(), mail.attempt(), Micros.of(now), reason);
      if (given > 0) {
        audit.append(event);
      }
      return given;
    });
  }

  @Override
  public void drop(ClaimedMail mail) {
    guarded.once(() -> rows.drop(mail.id().value()));
  }

  @Override
  public long countWaiting() {
    return guarded.once(rows::countWaiting);
  }
}
