package dev.latchkey.bootstrap.bench.part;

import dev.latchkey.bootstrap.bench.Benchmark;
import dev.latchkey.bootstrap.bench.Report;
import dev.latchkey.bootstrap.bench.Stage;
import dev.latchkey.bootstrap.bench.load.Rounds;
import dev.latchkey.bootstrap.bench.load.Work;
import dev.latchkey.crypto.password.Argon2Implementation;
import dev.latchkey.crypto.password.Argon2Parameters;
import dev.latchkey.crypto.password.Argon2idPasswordHasher;
import dev.latchkey.domain.password.RawPassword;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Verified passwords in this process by each implementation that runs here, beside hashes by
/// argon2-jvm alone on as many threads.
public final class Hash implements Benchmark.Part {
  private static final Rounds ROUNDS = Rounds.ofSeconds(2, 5);
  private static final RawPassword PASSWORD = new RawPassword("correct horse battery staple");

  @Override
  public void measure(Stage stage, Report report) throws Exception {
    for (var threads : List.of(1, Runtime.getRuntime().availableProcessors())) {
      var works = new ArrayList<>(List.of(LogIn.hashes(threads)));
      for (var implementation : Argon2Implementation.values()) {
        if (runs(implementation)) {
          works.add(verifications(implementation, threads));
        }
      }
      report.rows(works, ROUNDS.measure(works), "");
    }
  }

  private static boolean runs(Argon2Implementation implementation) {
    try {
      hasher(implementation).hash(PASSWORD);
      return true;
    } catch (RuntimeException | LinkageError lacksSomething) {
      return false;
    }
  }

  private static Work verifications(Argon2Implementation implementation, int threads) {
    var hasher = hasher(implementation);
    var stored = hasher.hash(PASSWORD);
    return Work.inside(
        "passwords verified, %s, %d threads".formatted(implementation, threads),
        Collections.nCopies(threads, () -> hasher.verify(PASSWORD, stored)));
  }

  private static Argon2idPasswordHasher hasher(Argon2Implementation implementation) {
    return new Argon2idPasswordHasher(
        Argon2Parameters.RECOMMENDED, implementation, new SecureRandom());
  }
}
