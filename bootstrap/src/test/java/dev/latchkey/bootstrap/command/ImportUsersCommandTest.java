package dev.latchkey.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.admin.LineOutcome;
import dev.latchkey.bootstrap.settings.Sources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command around an import that this test plays.
class ImportUsersCommandTest {
  @TempDir Path folder;

  private final StringWriter printed = new StringWriter();
  private final StringWriter complained = new StringWriter();
  private final StringWriter screen = new StringWriter();

  @Test
  void saysHowFarItCameWhereTheDatabaseIsLost() throws IOException {
    var status =
        run(
            null,
            (settings, database, lines, dryRun, report) -> {
              report.accept(outcome(1, LineOutcome.Result.IMPORTED));
              throw new IllegalStateException(new SQLException("connection lost", "08006"));
            });

    assertThat(status).isEqualTo(69);
    assertThat(complained.toString())
        .contains(
            "Up to line 1: 1 imported, 0 there already, 0 refused.", "again", "connection lost")
        .doesNotContain("\tat ");
  }

  @Test
  void saysHowFarItCameWhereTheFileCannotBeReadToItsEnd() throws IOException {
    var status =
        run(
            null,
            (settings, database, lines, dryRun, report) -> {
              report.accept(outcome(1, LineOutcome.Result.SKIPPED));
              throw new UncheckedIOException(new IOException("the disk is gone"));
            });

    assertThat(status).isEqualTo(69);
    assertThat(complained.toString())
        .contains("cannot be read any further", "Up to line 1: 0 imported, 1 there already");
  }

  @Test
  void drawsABarOnATerminalAndTakesItAwayForALine() throws IOException {
    var terminal = new PrintWriter(screen, true);

    var status =
        run(
            terminal,
            (settings, database, lines, dryRun, report) -> {
              read(lines);
              report.accept(outcome(1, LineOutcome.Result.IMPORTED));
              report.accept(outcome(2, LineOutcome.Result.REFUSED));
            });

    assertThat(status).isEqualTo(1);
    assertThat(screen.toString())
        .startsWith("\r\u001b[K[##############################] 100 %  1 lines\r\u001b[K")
        .endsWith("\r\u001b[K");
    assertThat(printed.toString())
        .isEqualTo("line 2: refused a@b.test - \n1 imported, 0 there already, 1 refused.\n");
    assertThat(complained.toString()).isEmpty();
  }

  private int run(@Nullable PrintWriter terminal, ImportUsersCommand.Import work)
      throws IOException {
    var file = Files.writeString(folder.resolve("users.ndjson"), "{}\n{}\n");
    var errors = new PrintWriter(complained, true);
    var streams =
        new Streams(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(printed, true),
            errors,
            terminal);
    // Never connected to.
    var environment = Map.of("DATABASE_URL", "postgresql://app:secret@db/auth");
    var preparation = new Preparation(Sources.of(environment), errors);
    var line = Latchkey.of(new ImportUsersCommand(preparation, work, streams));
    return line.execute("import-users", file.toString());
  }

  private static void read(InputStream lines) {
    try {
      lines.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LineOutcome outcome(long line, LineOutcome.Result result) {
    return new LineOutcome(line, result, "a@b.test", List.of());
  }
}
