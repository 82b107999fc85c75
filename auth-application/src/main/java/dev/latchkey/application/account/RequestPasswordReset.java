package dev.latchkey.application.account;

import dev.latchkey.application.limit.LimitMails;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.port.TicketSecrets;
import dev.latchkey.domain.port.TicketStore;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.ticket.TicketPolicy;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sends a link for a new password to whoever has forgotten theirs.
public final class RequestPasswordReset {
  private final LinkRequests requests;
  private final Links links;

  public RequestPasswordReset(
      UserStore users,
      TicketStore tickets,
      AuditLog audit,
      LimitMails mails,
      TicketSecrets secrets,
      TicketPolicy policy,
      Ids ids,
      InstantSource clock) {
    this.requests = new LinkRequests(users, tickets, audit, mails, clock);
    this.links = new Links(ids, secrets, policy);
  }

  /// What became of a request.
  public sealed interface Outcome {}

  /// Whoever has the address gets a mail, if anybody does. Only the audit knows.
  public record Accepted() implements Outcome {}

  /// This is no address.
  public record Invalid(List<Violation> violations) implements Outcome {}

  /// Sends a link to the address of an active user; older links for the same are dead then. For an
  /// unknown address nothing is sent, nor is one mail too many, and the outcome is the same.
  public Outcome request(@Nullable String address, Origin origin) {
    var violations =
        requests.send(
            address, EventKind.PASSWORD_RESET_REQUESTED, origin, user -> true, links::reset);
    return violations.isEmpty() ? new Accepted() : new Invalid(violations);
  }
}
