package dev.latchkey.persistence.ticket;

import dev.latchkey.domain.ticket.Ticket;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.persistence.Micros;
import jakarta.inject.Singleton;

/// Issues and drops tickets within whatever transaction there is.
@Singleton
public final class TicketIssuer {
  private final TicketRows rows;

  TicketIssuer(TicketRows rows) {
    this.rows = rows;
  }

  /// Issues a ticket in the place of the user's older one of its purpose.
  public void issue(Ticket ticket) {
    var hash = ticket.hash();
    rows.issue(
        ticket.user().value(),
        ticket.purpose().name(),
        ticket.id().value(),
        ticket.digest().bytes(),
        ticket.email().display(),
        hash == null ? null : hash.reveal(),
        Micros.of(ticket.createdAt()),
        Micros.of(ticket.expiresAt()));
  }

  /// Drops every ticket of a user.
  public void drop(UserId user) {
    rows.drop(user.value());
  }
}
