package dev.latchkey.bootstrap.bench;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import dev.latchkey.crypto.password.Argon2Parameters;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

/// Hashes by the library alone, on every core: no log-in can go faster.
final class Argon2Limit {
  private static final Argon2Parameters COST = Argon2Parameters.RECOMMENDED;
  private static final Argon2Advanced LIBRARY =
      Argon2Factory.createAdvanced(Argon2Factory.Argon2Types.ARGON2id);
  private static final byte[] PASSWORD =
      "correct horse battery staple".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SALT = new byte[16];

  private Argon2Limit() {}

  static Work hashes() {
    var cores = Runtime.getRuntime().availableProcessors();
    return new Work(
        "argon2-jvm alone, %d threads".formatted(cores),
        Collections.nCopies(cores, Argon2Limit::hash));
  }

  private static Call.Outcome hash() {
    LIBRARY.rawHash(COST.iterations(), COST.memoryKib(), COST.parallelism(), PASSWORD, SALT);
    return Call.Outcome.DONE;
  }
}
