package dev.latchkey.bootstrap.command;

import dev.latchkey.bootstrap.settings.DatabaseAccess;
import dev.latchkey.bootstrap.settings.Settings;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Registers a client, also while the service runs.
@Command(
    name = "create-client",
    description = {
      "Registers a service that asks in its own name, also while the service runs.",
      "Its secret is printed this once, on the last line."
    },
    mixinStandardHelpOptions = true)
public final class CreateClientCommand implements Callable<Integer> {
  private final Preparation preparation;
  private final Creation creation;
  private final PrintWriter output;

  @Option(names = "--id", required = true, description = "2 to 48 of a-z, 0-9 and dash.")
  private String id = "";

  @Option(names = "--name", required = true, description = "What people call it.")
  private String name = "";

  @Option(names = "--scope", description = "What it may ask for; as often as needed.")
  private List<String> scopes = new ArrayList<>();

  public CreateClientCommand(Preparation preparation, Creation creation, PrintWriter output) {
    this.preparation = preparation;
    this.creation = creation;
    this.output = output;
  }

  @Override
  public Integer call() {
    return preparation.withDatabase(
        (settings, database) -> print(creation.create(settings, database, id, name, scopes)));
  }

  private int print(Created created) {
    created.lines().forEach(output::println);
    output.flush();
    return created.done() ? ExitStatus.DONE : ExitStatus.REFUSED;
  }

  /// Registers the client.
  @FunctionalInterface
  public interface Creation {
    Created create(
        Settings settings, DatabaseAccess database, String id, String name, List<String> scopes);
  }

  /// What became of it.
  ///
  /// @param done whether there is a new client
  /// @param lines to print: a sentence, and the secret where there is one
  public record Created(boolean done, List<String> lines) {
    @Override
    public String toString() {
      return "Created[" + done + "]";
    }
  }
}
