package dev.latchkey.domain.ticket;

/// What a ticket is good for; for nothing else.
public enum TicketPurpose {
  VERIFY_EMAIL,
  RESET_PASSWORD,
  CHANGE_EMAIL
}
