package dev.latchkey.testkit.token;

import dev.latchkey.domain.port.TicketSecrets;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.ticket.TicketId;
import dev.latchkey.domain.ticket.TicketSecret;
import java.util.Base64;

/// Writes secrets that anybody could guess who knows a ticket's id. Never for a service.
public final class PlainTicketSecrets implements TicketSecrets {

  @Override
  public TicketSecret write(TicketId id) {
    var bytes = TokenDigest.of("ticket " + id).bytes();
    return new TicketSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}
