package dev.latchkey.domain.ticket;

/// What whoever redeems a ticket must show: 256 bits in base64url, 43 characters. Only its digest
/// is stored.
public record TicketSecret(String reveal) {

  @Override
  public String toString() {
    return "TicketSecret[***]";
  }
}
