package dev.latchkey.application.account;

import dev.latchkey.application.limit.LimitMails;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.port.TicketSecrets;
import dev.latchkey.domain.port.TicketStore;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.ticket.TicketPolicy;
import dev.latchkey.domain.user.FieldReader;
import dev.latchkey.domain.user.LoginName;
import dev.latchkey.domain.user.User;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sends a link for a new password to whoever has forgotten theirs.
public final class RequestPasswordReset {
  private final UserStore users;
  private final TicketStore tickets;
  private final AuditLog audit;
  private final LimitMails mails;
  private final Links links;
  private final InstantSource clock;

  public RequestPasswordReset(
      UserStore users,
      TicketStore tickets,
      AuditLog audit,
      LimitMails mails,
      TicketSecrets secrets,
      TicketPolicy policy,
      Ids ids,
      InstantSource clock) {
    this.users = users;
    this.tickets = tickets;
    this.audit = audit;
    this.mails = mails;
    this.links = new Links(ids, secrets, policy);
    this.clock = clock;
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
    var fields = new FieldReader();
    var email = fields.email(address);
    if (email == null) {
      return new Invalid(fields.violations());
    }
    var found = users.findCredentials(new LoginName.ByEmail(email)).map(Credentials::user);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var event = AuditEvent.of(EventKind.PASSWORD_RESET_REQUESTED, now, origin);
    found.ifPresentOrElse(
        user -> send(user, event.about(user.id())),
        () -> audit.append(event.saying("unknown_address")));
    return new Accepted();
  }

  private void send(User user, AuditEvent event) {
    if (!mails.admits(user.id())) {
      audit.append(event.saying("throttled"));
    } else if (!tickets.issue(user, links.reset(user, event))) {
      audit.append(event.saying("inactive"));
    }
  }
}
