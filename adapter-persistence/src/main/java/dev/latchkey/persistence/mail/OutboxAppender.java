package dev.latchkey.persistence.mail;

import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.persistence.Micros;
import jakarta.inject.Singleton;

/// Puts mails into the outbox within whatever transaction there is.
@Singleton
public final class OutboxAppender {
  private final OutboxRows rows;
  private final Ids ids;

  OutboxAppender(OutboxRows rows, Ids ids) {
    this.rows = rows;
    this.ids = ids;
  }

  /// Puts a mail there under a new id, to be sent as soon as the transaction has committed.
  public void append(Mail mail) {
    var name = mail.name();
    var ticket = mail.ticket();
    rows.insert(
        ids.next(),
        mail.kind().name(),
        mail.to().display(),
        mail.user().value(),
        name == null ? null : name.value(),
        ticket == null ? null : ticket.value(),
        mail.client().ip(),
        mail.client().userAgent(),
        Micros.of(mail.at()));
  }
}
