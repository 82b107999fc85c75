package dev.latchkey.bootstrap.command;

import dev.latchkey.bootstrap.settings.DatabaseAccess;
import dev.latchkey.bootstrap.settings.Settings;
import dev.latchkey.bootstrap.transfer.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Gives all users out with their password hashes.
@Command(
    name = "export-users",
    description = {
      "Writes all users with their password hashes, a JSON object to a line, also while the service"
          + " runs: what import-users reads.",
      "The hashes are good for guessing passwords: keep what is written like a secret."
    },
    mixinStandardHelpOptions = true)
public final class ExportUsersCommand implements Callable<Integer> {
  private final Preparation preparation;
  private final Export work;
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "A new file, which only its owner will be able to read.")
  private @Nullable Path file;

  @Option(names = "--stdout", description = "Writes to standard output instead.")
  private boolean stdout;

  public ExportUsersCommand(Preparation preparation, Export work, Streams streams) {
    this.preparation = preparation;
    this.work = work;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (stdout == (file != null)) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), "Name either a file or --stdout.");
    }
    return preparation.withDatabase((settings, database) ->
        file == null ? print(settings, database) : write(settings, database, file));
  }

  private int print(Settings settings, DatabaseAccess database) {
    var count = work.run(settings, database, streams.output());
    streams.output().flush();
    streams.errors().println("%d users written.".formatted(count));
    return ExitStatus.DONE;
  }

  private int write(Settings settings, DatabaseAccess database, Path path) {
    var count = new AtomicLong();
    try {
      PrivateFile.write(path, writer -> count.set(work.run(settings, database, writer)));
    } catch (FileAlreadyExistsException e) {
      streams.errors().println("There is a file %s already; it was left as it is.".formatted(path));
      return ExitStatus.REFUSED;
    } catch (IOException | UncheckedIOException e) {
      throw new StartFailure("The file %s cannot be written.".formatted(path), e);
    }
    streams.output().println("%d users written to %s.".formatted(count.get(), path));
    streams.output().flush();
    return ExitStatus.DONE;
  }

  /// Gives the users out.
  @FunctionalInterface
  public interface Export {
    /// Writes all users.
    ///
    /// @return how many there were
    long run(Settings settings, DatabaseAccess database, Writer writer);
  }
}
