package dev.latchkey.bootstrap.settings;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How passwords are hashed, and what they must be.
///
/// @param minLength in code points
/// @param contextWords names that no password may be made of
/// @param breachCheckUrl whom to ask about breaches; null for nobody
public record PasswordSettings(
    PasswordAlgorithm algorithm,
    Argon2Settings argon2,
    int bcryptCost,
    int minLength,
    Set<String> contextWords,
    @Nullable URI breachCheckUrl) {

  public PasswordSettings {
    contextWords = Set.copyOf(contextWords);
  }

  /// The costs of Argon2id (RFC 9106 section 3.1).
  public record Argon2Settings(int memoryKib, int iterations, int parallelism) {}
}
