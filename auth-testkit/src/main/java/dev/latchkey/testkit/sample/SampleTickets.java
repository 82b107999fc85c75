package dev.latchkey.testkit.sample;

import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.TicketStore;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.ticket.Ticket;
import dev.latchkey.domain.ticket.TicketId;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.User;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Issues tickets whose secrets nobody needs.
public record SampleTickets(TicketStore tickets) {
  /// How long a ticket is good.
  public static final Duration LIFE = Duration.ofHours(1);

  /// Issues a ticket for the user's own address.
  public Ticket issue(User user, TicketPurpose purpose) {
    return issued(user, ticket(user, purpose, user.email(), null));
  }

  /// Issues a ticket that verifies the address and brings a password.
  public Ticket issue(User user, PasswordHash hash) {
    return issued(user, ticket(user, TicketPurpose.VERIFY_EMAIL, user.email(), hash));
  }

  /// Issues a ticket that changes the address to this one.
  ///
  /// @throws java.util.NoSuchElementException where the text is no address
  public Ticket issueChange(User user, String email) {
    var address = EmailAddress.parse(email).orElseThrow();
    return issued(user, ticket(user, TicketPurpose.CHANGE_EMAIL, address, null));
  }

  private Ticket issued(User user, Ticket ticket) {
    assertThat(tickets.issue(user, Consequences.NONE.with(ticket))).isTrue();
    return ticket;
  }

  /// A ticket with an id and a digest that were never given before.
  public static Ticket ticket(
      User user, TicketPurpose purpose, EmailAddress email, @Nullable PasswordHash hash) {
    return new Ticket(
        new TicketId(UUID.randomUUID()),
        purpose,
        user.id(),
        email,
        hash,
        TokenDigest.of(UUID.randomUUID().toString()),
        NOW,
        NOW.plus(LIFE));
  }
}
