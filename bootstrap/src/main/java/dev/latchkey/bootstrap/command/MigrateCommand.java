package dev.latchkey.bootstrap.command;

import dev.latchkey.bootstrap.settings.DatabaseAccess;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;

/// Brings the schema up to date without starting the service.
@Command(
    name = "migrate",
    description = "Brings the database's schema up to this version, and ends.",
    mixinStandardHelpOptions = true)
public final class MigrateCommand implements Callable<Integer> {
  private final Preparation preparation;
  private final ToIntFunction<DatabaseAccess> migration;
  private final PrintWriter output;

  /// @param migration migrates and tells how many steps that took
  public MigrateCommand(
      Preparation preparation, ToIntFunction<DatabaseAccess> migration, PrintWriter output) {
    this.preparation = preparation;
    this.migration = migration;
    this.output = output;
  }

  @Override
  public Integer call() {
    return preparation.withDatabase((settings, database) -> {
      var steps = migration.applyAsInt(database);
      output.println(steps == 0 ? "The schema is up to date." : "Migrated: " + steps + " steps.");
      output.flush();
      return ExitStatus.DONE;
    });
  }
}
