package dev.latchkey.domain.password;

/// What checking a password against a stored hash found.
public enum Verification {
  /// The right password, hashed as this deployment hashes today.
  MATCHES,
  /// The right password, hashed by another algorithm or with other parameters than today's: the
  /// hash is to be renewed.
  MATCHES_OUTDATED,
  /// The wrong password, or none to compare with.
  DIFFERS,
  /// The stored hash cannot be read, or asks for more than the bounds allow. Never a success.
  CORRUPT;

  /// Whether the password was the right one.
  public boolean matches() {
    return this == MATCHES || this == MATCHES_OUTDATED;
  }
}
