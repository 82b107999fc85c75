package dev.latchkey.domain.port;

import dev.latchkey.domain.ticket.TicketId;
import dev.latchkey.domain.ticket.TicketSecret;

/// Writes the secrets of tickets.
public interface TicketSecrets {

  /// The secret of this ticket: the same each time it is asked for, and nothing that anybody
  /// without the key could guess. So what is stored, for tickets as for mails that wait to be sent,
  /// need not hold it.
  TicketSecret write(TicketId id);
}
