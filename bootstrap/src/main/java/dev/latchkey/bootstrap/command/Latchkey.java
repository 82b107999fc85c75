package dev.latchkey.bootstrap.command;

import dev.latchkey.bootstrap.build.Version;
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
  private static final String DEFAULT = "serve";

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
    LOG.error("The command has failed", failure);
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  /// Runs the command that the arguments name, or else `serve`.
  ///
  /// @return the exit status
  public static int run(CommandLine line, String... arguments) {
    return arguments.length == 0 ? line.execute(DEFAULT) : line.execute(arguments);
  }

  /// What `--version` prints.
  static final class VersionLine implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"latchkey " + Version.number() + ", Java " + Runtime.version()};
    }
  }
}
