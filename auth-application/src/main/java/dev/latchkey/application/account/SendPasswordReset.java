package dev.latchkey.application.account;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.port.TicketSecrets;
import dev.latchkey.domain.port.TicketStore;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.ticket.TicketPolicy;
import dev.latchkey.domain.user.UserId;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// Sends a user a link for a new password on an admin's word. The admin sees neither link nor
/// password.
public final class SendPasswordReset {
  private final UserStore users;
  private final TicketStore tickets;
  private final Links links;
  private final InstantSource clock;

  public SendPasswordReset(
      UserStore users,
      TicketStore tickets,
      TicketSecrets secrets,
      TicketPolicy policy,
      Ids ids,
      InstantSource clock) {
    this.users = users;
    this.tickets = tickets;
    this.links = new Links(ids, secrets, policy);
    this.clock = clock;
  }

  /// What became of it.
  public enum Outcome {
    SENT,
    /// The user may not log in, and gets no mail.
    INACTIVE,
    /// No such user, or the caller is no admin.
    UNKNOWN
  }

  /// Sends the link to the address of the user. Sessions and password stay until it is used.
  public Outcome send(Caller caller, UserId id) {
    var user = caller.isAdmin() ? users.find(id).orElse(null) : null;
    if (user == null) {
      return Outcome.UNKNOWN;
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var event = caller.event(EventKind.PASSWORD_RESET_REQUESTED, id, now);
    return tickets.issue(user, links.reset(user, event)) ? Outcome.SENT : Outcome.INACTIVE;
  }
}
