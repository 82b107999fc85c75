package dev.latchkey.domain.key;

/// Where a key stands in its life. One that was taken out of its ring is EXPIRED: a store may keep
/// its name, but nothing that signs or checks.
public enum KeyState {
  /// Published, so that everybody has it before it signs. Believed already.
  PENDING,
  /// Signs. Of a ring's keys exactly one does.
  ACTIVE,
  /// Signs no more, and is believed until the last token that it signed has expired.
  RETIRED
}
