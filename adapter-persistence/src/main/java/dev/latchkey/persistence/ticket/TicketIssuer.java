package dev.latchkey.persistence.ticket;

import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.ticket.Ticket;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.persistence.Micros;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/// Issues, finds, takes and drops tickets within whatever transaction there is.
@Singleton
public final class TicketIssuer {
  private final TicketRows rows;

  TicketIssuer(TicketRows rows) {
    this.rows = rows;
  }

  /// Issues a ticket in the place of the user's older one of its purpose. One that resets the
  /// password takes the place of one that verifies the address, too: it does the same and more.
  public void issue(Ticket ticket) {
    if (ticket.purpose() == TicketPurpose.RESET_PASSWORD) {
      rows.drop(ticket.user().value(), TicketPurpose.VERIFY_EMAIL.name());
    }
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

  /// The ticket that could be taken.
  public Optional<Ticket> find(TokenDigest digest, TicketPurpose purpose, Instant now) {
    return Optional.ofNullable(rows.find(digest.bytes(), purpose.name(), now))
        .map(TicketRow::toTicket);
  }

  /// Takes away the ticket that is redeemed, and locks the row of its user.
  public Optional<Ticket> take(TokenDigest digest, TicketPurpose purpose, Instant now) {
    return rows.take(digest.bytes(), purpose.name(), Micros.of(now)).stream()
        .findFirst()
        .map(TicketRow::toTicket);
  }

  /// Drops every ticket of a user.
  public void drop(UserId user) {
    rows.drop(user.value());
  }
}
