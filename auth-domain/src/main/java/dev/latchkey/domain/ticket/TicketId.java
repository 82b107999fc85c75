package dev.latchkey.domain.ticket;

import java.util.UUID;

/// Names a ticket. No secret.
public record TicketId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
