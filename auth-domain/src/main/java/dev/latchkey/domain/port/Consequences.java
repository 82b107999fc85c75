package dev.latchkey.domain.port;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is written in the same commit as a change, and only if the change is made: what the audit
/// keeps of it, the mails that it causes, the ticket that a mail's link stands for.
public record Consequences(List<AuditEvent> events, List<Mail> mails, @Nullable Ticket ticket) {
  /// A change without any.
  public static final Consequences NONE = new Consequences(List.of(), List.of(), null);

  public Consequences {
    events = List.copyOf(events);
    mails = List.copyOf(mails);
  }

  /// Whether there are none.
  public boolean isNone() {
    return equals(NONE);
  }

  /// A change that the audit keeps.
  public static Consequences of(AuditEvent... events) {
    return new Consequences(List.of(events), List.of(), null);
  }

  /// The same, with one more event.
  public Consequences with(AuditEvent event) {
    var all = new ArrayList<>(events);
    all.add(event);
    return new Consequences(all, mails, ticket);
  }

  /// The same, with one more mail.
  public Consequences with(Mail mail) {
    var all = new ArrayList<>(mails);
    all.add(mail);
    return new Consequences(events, all, ticket);
  }

  /// The same, with a ticket.
  public Consequences with(Ticket ticket) {
    return new Consequences(events, mails, ticket);
  }
}
