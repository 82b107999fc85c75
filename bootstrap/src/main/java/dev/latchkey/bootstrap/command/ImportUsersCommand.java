package dev.latchkey.bootstrap.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.application.admin.LineOutcome;
import dev.latchkey.bootstrap.settings.DatabaseAccess;
import dev.latchkey.bootstrap.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Takes users in from another system, also while the service runs.
@Command(
    name = "import-users",
    description = {
      "Takes users in from a file with a JSON object to a line, also while the service runs.",
      "Who is there already is left as they are, so an import that was cut off can be run again."
          + " docs/features/import.md describes the file."
    },
    mixinStandardHelpOptions = true)
public final class ImportUsersCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  private final Preparation preparation;
  private final Import work;
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The file, or - for standard input.")
  private String file = "";

  @Option(names = "--dry-run", description = "Reports the same, and changes nothing.")
  private boolean dryRun;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Writes a line for every user there, not only for those refused or skipped.")
  private @Nullable Path report;

  public ImportUsersCommand(Preparation preparation, Import work, Streams streams) {
    this.preparation = preparation;
    this.work = work;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    try (var lines = new CountingInput(open());
        var complete = report == null ? null : create(report)) {
      return preparation.withDatabase(
          (settings, database) -> run(settings, database, lines, complete));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int run(
      Settings settings,
      DatabaseAccess database,
      CountingInput lines,
      @Nullable PrintWriter complete) {
    var progress = new Progress(streams.terminal(), streams.errors(), size());
    var result =
        new ImportReport(
            streams.output(),
            complete,
            progress::clear,
            soFar -> progress.show(lines.count(), soFar.lastLine()));
    try {
      work.run(settings, database, lines, dryRun, result);
    } catch (UncheckedIOException e) {
      throw new StartFailure(stopped(result, "The file cannot be read any further."), e);
    } catch (RuntimeException e) {
      streams.errors().println(stopped(result, "It was cut off."));
      throw e;
    } finally {
      progress.clear();
    }
    streams.output().println((dryRun ? "Dry run, nothing was changed: " : "") + result.summary());
    streams.output().flush();
    return result.hasRefusals() ? ExitStatus.REFUSED : ExitStatus.DONE;
  }

  private static String stopped(ImportReport result, String why) {
    return "%s Up to line %d: %s Run the same command again to go on."
        .formatted(why, result.lastLine(), result.summary());
  }

  private InputStream open() throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      return streams.input();
    }
    if (!Files.isRegularFile(Path.of(file)) || !Files.isReadable(Path.of(file))) {
      throw misuse("There is no file " + file + " that can be read.");
    }
    return Files.newInputStream(Path.of(file));
  }

  private long size() {
    return file.equals(STANDARD_INPUT) ? 0 : Path.of(file).toFile().length();
  }

  private PrintWriter create(Path path) {
    try {
      return new PrintWriter(Files.newBufferedWriter(path, UTF_8));
    } catch (IOException e) {
      throw misuse("The report cannot be written to " + path + ".");
    }
  }

  private ParameterException misuse(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }

  /// Takes the users in.
  @FunctionalInterface
  public interface Import {
    /// Reads the lines to their end, and says of each what became of it.
    void run(
        Settings settings,
        DatabaseAccess database,
        InputStream lines,
        boolean dryRun,
        Consumer<LineOutcome> report);
  }
}
