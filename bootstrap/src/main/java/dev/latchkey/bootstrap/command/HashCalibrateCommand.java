package dev.latchkey.bootstrap.command;

import dev.latchkey.bootstrap.launch.VectorModule;
import dev.latchkey.crypto.password.Argon2Implementation;
import dev.latchkey.crypto.password.Argon2Parameters;
import dev.latchkey.crypto.password.Argon2idPasswordHasher;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Finds how much a password's hash may cost on this machine.
@Command(
    name = "hash-calibrate",
    description = {
      "Measures Argon2id on this machine, all cores at work, and prints what to set.",
      "Memory is raised until the slowest 5 % of hashes take longer than 100 ms."
    },
    mixinStandardHelpOptions = true)
public final class HashCalibrateCommand implements Callable<Integer> {
  private static final Duration BEARABLE = Duration.ofMillis(100);

  /// Each at or over a line of OWASP's floor, each dearer than the one before.
  private static final List<Argon2Parameters> STEPS =
      List.of(
          Argon2Parameters.RECOMMENDED,
          new Argon2Parameters(47_104, 1, 1),
          new Argon2Parameters(65_536, 1, 1),
          new Argon2Parameters(131_072, 1, 1));

  private final PrintWriter output;

  public HashCalibrateCommand(PrintWriter output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    var threads = Runtime.getRuntime().availableProcessors();
    // As the service does.
    VectorModule.load();
    var implementation = Argon2Implementation.best();
    output.printf("Argon2id (%s), %d at once%n%n", implementation, threads);
    output.println("    KiB  iterations  p95 ms  hashes/s  MiB in all");
    var best = STEPS.getFirst();
    for (var step : STEPS) {
      if (implementation != Argon2Implementation.NATIVE && !step.fitsHeap()) {
        output.println("The heap holds no more; raise it (-Xmx) to measure dearer ones.");
        break;
      }
      var hasher = new Argon2idPasswordHasher(step, implementation, new SecureRandom());
      var load = HashLoad.measure(hasher, threads);
      output.printf(
          "%7d  %10d  %6d  %8.0f  %10d%n",
          step.memoryKib(),
          step.iterations(),
          load.slowest5Percent().toMillis(),
          load.perSecond(),
          (long) step.memoryKib() * threads / 1024);
      output.flush();
      if (load.slowest5Percent().compareTo(BEARABLE) > 0) {
        break;
      }
      best = step;
    }
    if (best.equals(Argon2Parameters.RECOMMENDED)) {
      output.println(
          "\nThese are the least that is recommended; on this machine nothing dearer is bearable.");
    }
    output.printf(
        "%nARGON2_MEMORY_KIB=%d%nARGON2_ITERATIONS=%d%nARGON2_PARALLELISM=%d%n",
        best.memoryKib(), best.iterations(), best.parallelism());
    output.flush();
    return ExitStatus.DONE;
  }
}
