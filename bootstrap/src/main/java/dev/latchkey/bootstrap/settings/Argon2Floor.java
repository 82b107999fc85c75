package dev.latchkey.bootstrap.settings;

import dev.latchkey.bootstrap.settings.PasswordSettings.Argon2Settings;
import java.util.List;
import java.util.stream.Collectors;

/// The least that Argon2id must cost (OWASP Password Storage Cheat Sheet): any one of these lines.
final class Argon2Floor {
  private static final List<Argon2Settings> LINES =
      List.of(
          new Argon2Settings(47_104, 1, 1),
          new Argon2Settings(19_456, 2, 1),
          new Argon2Settings(12_288, 3, 1),
          new Argon2Settings(9_216, 4, 1),
          new Argon2Settings(7_168, 5, 1));

  private Argon2Floor() {}

  static boolean holds(Argon2Settings given) {
    return LINES.stream()
        .anyMatch(line ->
            given.memoryKib() >= line.memoryKib() && given.iterations() >= line.iterations());
  }

  static String complaint(Argon2Settings given) {
    var lines =
        LINES.stream()
            .map(line -> line.memoryKib() + " with " + line.iterations())
            .collect(Collectors.joining(", "));
    return "%d with ARGON2_ITERATIONS %d is too cheap; at least one of %s is needed outside LATCHKEY_ENV=dev"
        .formatted(given.memoryKib(), given.iterations(), lines);
  }
}
