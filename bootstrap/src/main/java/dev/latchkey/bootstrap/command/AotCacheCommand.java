package dev.latchkey.bootstrap.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Makes what lets later starts be fast.
@Command(
    name = "aot-cache",
    description =
        "Makes a cache beside the jar with which this Java starts the service faster. Runs the"
            + " service once, on a temporary database.",
    mixinStandardHelpOptions = true)
public final class AotCacheCommand implements Callable<Integer> {
  private final Making making;
  private final PrintWriter output;
  private final PrintWriter errors;

  public AotCacheCommand(Making making, PrintWriter output, PrintWriter errors) {
    this.making = making;
    this.output = output;
    this.errors = errors;
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      output.println("Made " + making.make());
      return ExitStatus.DONE;
    } catch (IOException e) {
      errors.println("No cache was made. " + e.getMessage());
      return ExitStatus.UNAVAILABLE;
    }
  }

  /// How the cache is made.
  @FunctionalInterface
  public interface Making {

    /// Makes it, whole or not at all.
    ///
    /// @return where it lies
    String make() throws IOException, InterruptedException;
  }
}
