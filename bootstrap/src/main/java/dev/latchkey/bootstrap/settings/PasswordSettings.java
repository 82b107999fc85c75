package dev.latchkey.bootstrap.settings;

/// How passwords are hashed, and how long they must be.
///
/// @param minLength in code points
public record PasswordSettings(
    PasswordAlgorithm algorithm, Argon2Settings argon2, int bcryptCost, int minLength) {

  /// The costs of Argon2id (RFC 9106 section 3.1).
  public record Argon2Settings(int memoryKib, int iterations, int parallelism) {}
}
