package dev.latchkey.bootstrap.command;

import dev.latchkey.bootstrap.settings.DatabaseAccess;
import dev.latchkey.bootstrap.settings.Settings;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lets another key sign access tokens, also while the service runs.
@Command(
    name = "rotate-keys",
    description = {
      "Lets the next key sign access tokens, also while the service runs. Tokens that were issued"
          + " stay good.",
      "With --compromised, takes a key out instead: on every node, within seconds, its tokens are"
          + " believed no more."
    },
    mixinStandardHelpOptions = true)
public final class RotateKeysCommand implements Callable<Integer> {
  private final Preparation preparation;
  private final Rotation rotation;
  private final PrintWriter output;

  @ArgGroup private Choice choice = new Choice();

  public RotateKeysCommand(Preparation preparation, Rotation rotation, PrintWriter output) {
    this.preparation = preparation;
    this.rotation = rotation;
    this.output = output;
  }

  @Override
  public Integer call() {
    return preparation.withDatabase((settings, database) -> {
      var compromised = choice.compromised;
      var done =
          compromised == null
              ? rotation.rotate(settings, database, choice.now)
              : rotation.revoke(settings, database, compromised);
      output.println(done.message());
      output.flush();
      return done.done() ? ExitStatus.DONE : ExitStatus.REFUSED;
    });
  }

  /// What may be asked for, one at a time.
  static final class Choice {
    @Option(
        names = "--now",
        description =
            "Does not wait until everybody has the next key: who goes by an older list of ours"
                + " refuses its tokens for some minutes.")
    private boolean now;

    @Option(names = "--compromised", paramLabel = "KID", description = "The key to take out.")
    private @Nullable String compromised;
  }

  /// Changes the keys.
  public interface Rotation {

    /// Lets the next key sign.
    Done rotate(Settings settings, DatabaseAccess database, boolean atOnce);

    /// Takes a key out.
    Done revoke(Settings settings, DatabaseAccess database, String keyId);
  }

  /// What became of it.
  ///
  /// @param done whether the keys are as was asked for, or will be
  /// @param message a sentence to print
  public record Done(boolean done, String message) {}
}
