package dev.latchkey.persistence.consequence;

import dev.latchkey.domain.port.Consequences;
import dev.latchkey.persistence.audit.AuditAppender;
import dev.latchkey.persistence.mail.OutboxAppender;
import dev.latchkey.persistence.ticket.TicketIssuer;
import jakarta.inject.Singleton;

/// Writes what goes with a change, within the change's transaction.
@Singleton
public final class ConsequenceWriter {
  private final AuditAppender audit;
  private final OutboxAppender outbox;
  private final TicketIssuer tickets;

  ConsequenceWriter(AuditAppender audit, OutboxAppender outbox, TicketIssuer tickets) {
    this.audit = audit;
    this.outbox = outbox;
    this.tickets = tickets;
  }

  /// Writes all of it.
  public void write(Consequences consequences) {
    var ticket = consequences.ticket();
    if (ticket != null) {
      tickets.issue(ticket);
    }
    consequences.events().forEach(audit::append);
    consequences.mails().forEach(outbox::append);
  }
}
