package dev.latchkey.bootstrap.command;

import dev.latchkey.bootstrap.settings.DatabaseAccess;
import dev.latchkey.bootstrap.settings.Deployment;
import dev.latchkey.bootstrap.settings.Settings;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;

/// Makes users to try things with, for a developer's machine only.
@Command(
    name = "seed",
    description = "Makes the demo users that are missing. Only with LATCHKEY_ENV=dev.",
    mixinStandardHelpOptions = true)
public final class SeedCommand implements Callable<Integer> {
  private final Preparation preparation;
  private final BiFunction<Settings, DatabaseAccess, List<String>> seeding;
  private final PrintWriter output;

  /// @param seeding makes the users and gives a line to print for each
  public SeedCommand(
      Preparation preparation,
      BiFunction<Settings, DatabaseAccess, List<String>> seeding,
      PrintWriter output) {
    this.preparation = preparation;
    this.seeding = seeding;
    this.output = output;
  }

  @Override
  public Integer call() {
    return preparation.withSettings(
        settings -> settings.deployment() == Deployment.DEV ? seed() : refuse());
  }

  private int seed() {
    return preparation.withDatabase((settings, database) -> {
      seeding.apply(settings, database).forEach(output::println);
      output.flush();
      return ExitStatus.DONE;
    });
  }

  private int refuse() {
    output.println("Demo users are made only with LATCHKEY_ENV=dev.");
    output.flush();
    return ExitStatus.REFUSED;
  }
}
