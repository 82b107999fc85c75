package dev.latchkey.application.account;

import dev.latchkey.application.limit.LimitMails;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.TicketStore;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.user.FieldReader;
import dev.latchkey.domain.user.LoginName;
import dev.latchkey.domain.user.User;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Sends a link to whoever asks for one: a step of the use cases that do so. What became of it is
/// for the audit alone.
final class LinkRequests {
  private final UserStore users;
  private final TicketStore tickets;
  private final AuditLog audit;
  private final LimitMails mails;
  private final InstantSource clock;

  LinkRequests(
      UserStore users, TicketStore tickets, AuditLog audit, LimitMails mails, InstantSource clock) {
    this.users = users;
    this.tickets = tickets;
    this.audit = audit;
    this.mails = mails;
    this.clock = clock;
  }

  /// Sends a link to the address of an active user who needs one, unless there were too many.
  ///
  /// @param needed whom there is a link for
  /// @param link the link, with the event that goes with it
  /// @return what keeps this from being an address
  List<Violation> send(
      @Nullable String address,
      EventKind kind,
      Origin origin,
      Predicate<User> needed,
      BiFunction<User, AuditEvent, Consequences> link) {
    var fields = new FieldReader();
    var email = fields.email(address);
    if (email != null) {
      var found = users.findCredentials(new LoginName.ByEmail(email)).map(Credentials::user);
      var event = AuditEvent.of(kind, clock.instant().truncatedTo(ChronoUnit.MICROS), origin);
      found.ifPresentOrElse(
          user -> send(user, event.about(user.id()), needed, link),
          () -> audit.append(event.saying("unknown_address")));
    }
    return fields.violations();
  }

  private void send(
      User user,
      AuditEvent event,
      Predicate<User> needed,
      BiFunction<User, AuditEvent, Consequences> link) {
    if (!needed.test(user)) {
      audit.append(event.saying("nothing_to_verify"));
    } else if (!mails.admits(user.id())) {
      audit.append(event.saying("throttled"));
    } else if (!tickets.issue(user, link.apply(user, event))) {
      audit.append(event.saying("inactive"));
    }
  }
}
