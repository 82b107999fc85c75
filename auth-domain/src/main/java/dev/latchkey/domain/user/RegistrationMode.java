package dev.latchkey.domain.user;

/// Who may register, and what they are told.
public enum RegistrationMode {
  /// Everybody; a registration tells whether its address is known.
  OPEN,
  /// Everybody; whether an address is known is told by mail alone.
  PRIVATE,
  /// Nobody.
  CLOSED
}
