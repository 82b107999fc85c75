package dev.latchkey.bootstrap.bench.part;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import dev.latchkey.bootstrap.bench.Benchmark;
import dev.latchkey.bootstrap.bench.Report;
import dev.latchkey.bootstrap.bench.Stage;
import dev.latchkey.bootstrap.bench.load.Rounds;
import dev.latchkey.bootstrap.bench.load.Work;
import dev.latchkey.crypto.password.Argon2Parameters;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/// Log-ins, beside hashes by argon2-jvm alone on every core.
public final class LogIn implements Benchmark.Part {
  private static final Rounds ROUNDS = Rounds.ofSeconds(8, 5);
  private static final Argon2Parameters COST = Argon2Parameters.RECOMMENDED;
  private static final Argon2Advanced LIBRARY =
      Argon2Factory.createAdvanced(Argon2Factory.Argon2Types.ARGON2id);
  private static final byte[] PASSWORD =
      "correct horse battery staple".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SALT = new byte[16];

  @Override
  public void measure(Stage stage, Report report) throws Exception {
    var service = stage.service();
    var before = service.server().residentMemory();
    var cores = Runtime.getRuntime().availableProcessors();
    var works = List.of(hashes(cores), logIns(service, 4), logIns(service, 32));
    report.rows(works, ROUNDS.measure(works), "1.6");
    report.row(
        "memory before and after the log-ins",
        before + " → " + service.server().residentMemory() + " MiB",
        "flat");
  }

  /// Hashes by argon2-jvm alone.
  static Work hashes(int threads) {
    return Work.inside(
        "argon2-jvm alone, %d threads".formatted(threads),
        Collections.nCopies(threads, LogIn::hash));
  }

  private static byte[] hash() {
    return LIBRARY.rawHash(COST.iterations(), COST.memoryKib(), COST.parallelism(), PASSWORD, SALT);
  }

  static Work logIns(Stage.Service service, int callers) {
    return Work.of(
        "log-in, %d callers".formatted(callers),
        service.port(),
        service.accounts().logIns(callers));
  }
}
