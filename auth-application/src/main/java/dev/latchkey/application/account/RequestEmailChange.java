package dev.latchkey.application.account;

import dev.latchkey.application.limit.LimitMails;
import dev.latchkey.application.limit.LimitPasswords;
import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.password.PasswordPolicy;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.port.PasswordHasher;
import dev.latchkey.domain.port.TicketSecrets;
import dev.latchkey.domain.port.TicketStore;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.ticket.TicketPolicy;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.FieldReader;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sends a link to the address that a user wants to change to. The present one stays until that
/// link is used.
public final class RequestEmailChange {
  private final UserStore users;
  private final TicketStore tickets;
  private final PasswordHasher hasher;
  private final AuditLog audit;
  private final PresentPassword present;
  private final LimitMails mails;
  private final Links links;
  private final InstantSource clock;

  public RequestEmailChange(
      UserStore users,
      TicketStore tickets,
      PasswordHasher hasher,
      AuditLog audit,
      LimitPasswords limits,
      LimitMails mails,
      TicketSecrets secrets,
      TicketPolicy policy,
      Ids ids,
      InstantSource clock) {
    this.users = users;
    this.tickets = tickets;
    this.hasher = hasher;
    this.audit = audit;
    this.present = new PresentPassword(audit, limits, clock);
    this.mails = mails;
    this.links = new Links(ids, secrets, policy);
    this.clock = clock;
  }

  /// What became of a request.
  public sealed interface Outcome {}

  /// The link is on its way, unless the user had too many of late; also where somebody else has the
  /// address: that comes out when the link is used, and only to whoever reads that mail.
  public record Requested() implements Outcome {}

  /// The password was not that of the user.
  public record WrongPassword() implements Outcome {}

  /// Too many passwords of the account were wrong of late, here or at log-in; this one was not
  /// looked at.
  public record Throttled(Admission.Refused by) implements Outcome {}

  /// The request has faults: all of them.
  public record Invalid(List<Violation> violations) implements Outcome {}

  /// Sends the link, on showing the password. A link that was sent before for another address is
  /// dead then.
  public Outcome request(Caller caller, @Nullable String address, RawPassword password) {
    var fields = new FieldReader();
    var email = fields.email(address);
    PasswordPolicy.checkForm("password", password)
        .ifPresent(violation -> fields.note(List.of(violation)));
    if (caller.user().email().equals(email)) {
      fields.note(
          List.of(
              new Violation(
                  "email", Violation.Code.INVALID_VALUE, "This is the address already.")));
    }
    if (email == null || !fields.violations().isEmpty()) {
      return new Invalid(fields.violations());
    }
    return present.<Outcome>limited(
        caller, () -> check(caller, email, password), Requested.class::isInstance, Throttled::new);
  }

  private Outcome check(Caller caller, EmailAddress email, RawPassword password) {
    var user = caller.user();
    var stored = users.findCredentials(user.id()).map(Credentials::hash).orElse(null);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!hasher.verify(password, stored).matches()) {
      present.noteWrong(caller);
      return new WrongPassword();
    }
    var event = caller.event(EventKind.EMAIL_CHANGE_REQUESTED, user.id(), now);
    if (mails.admits(user.id())) {
      tickets.issue(user, links.emailChange(user, email, event));
    } else {
      audit.append(event.saying("throttled"));
    }
    return new Requested();
  }
}
