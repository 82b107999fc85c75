package dev.latchkey.bootstrap.command;

import dev.latchkey.bootstrap.build.Version;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line as a whole; the commands are added to it.
@Command(
    name = "latchkey",
    description = "Authentication and user management.",
    footer = {
      "",
      "Settings come from environment variables; docs/configuration.md lists them all.",
      "Without a command, the service is started."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Latchkey.VersionLine.class,
    synopsisSubcommandLabel = "[COMMAND]")
public final class Latchkey {
  private static final Logger LOG = LoggerFactory.getLogger(Latchkey.class);

  private Latchkey() {}

  /// A command line of these commands.
  ///
  /// @param commands objects with picocli's annotation `@Command`
  public static CommandLine of(Object... commands) {
    var line = new CommandLine(new Latchkey());
    line.setExecutionExceptionHandler(Latchkey::fail);
    for (var command : commands) {
      line.addSubcommand(command);
    }
    return line;
  }

  /// What nobody expected goes to the log, by which secrets in it are masked.
  private static int fail(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    logFailure(failure);
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  private static void logFailure(Exception failure) {
    LOG.error("The command has failed", failure);
  }

  /// Runs the command that the arguments name, or else the service. For that no command line is put
  /// together, which takes a tenth of a second.
  ///
  /// @return the exit status
  public static int run(ServeCommand serve, Supplier<CommandLine> line, String... arguments) {
    if (arguments.length > 0) {
      return line.get().execute(arguments);
    }
    try {
      return serve.call();
    } catch (RuntimeException failure) {
      logFailure(failure);
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  /// What `--version` prints.
  static final class VersionLine implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"latchkey " + Version.number() + ", Java " + Runtime.version()};
    }
  }
}
