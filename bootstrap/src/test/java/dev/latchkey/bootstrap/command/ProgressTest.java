package dev.latchkey.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter terminal = new StringWriter();
  private final StringWriter lines = new StringWriter();

  @Test
  void drawsABarOnATerminalOnlyWhenItMoves() {
    var progress = onTerminal(1_000);

    progress.show(0, 0);
    progress.show(500, 7);
    progress.show(501, 8);
    progress.show(1_000, 20);

    assertThat(terminal.toString().split("\r\u001b\\[K"))
        .containsExactly(
            "",
            "[" + " ".repeat(30) + "]   0 %  0 lines",
            "[" + "#".repeat(15) + " ".repeat(15) + "]  50 %  7 lines",
            "[" + "#".repeat(30) + "] 100 %  20 lines");
    assertThat(lines.toString()).isEmpty();
  }

  @Test
  void makesRoomForALine() {
    var progress = onTerminal(1_000);
    progress.clear();
    progress.show(500, 7);
    var drawn = terminal.toString();

    progress.clear();
    progress.clear();

    assertThat(terminal.toString()).isEqualTo(drawn + "\r\u001b[K");
  }

  @Test
  void writesALinePerTenPercentElsewhere() {
    var progress = new Progress(null, new PrintWriter(lines, true), 1_000);

    for (var i = 0; i <= 1_000; i++) {
      progress.show(i, i);
    }
    progress.clear();

    assertThat(lines.toString().lines())
        .hasSize(10)
        .startsWith(" 10 %  100 lines")
        .endsWith("100 %  1000 lines");
  }

  @Test
  void countsLinesWhereTheirNumberIsNotKnown() {
    var progress = new Progress(null, new PrintWriter(lines, true), 0);

    for (var i = 0; i <= 25_000; i++) {
      progress.show(i, i);
    }

    assertThat(lines.toString().lines()).containsExactly("10000 lines", "20000 lines");
  }

  private Progress onTerminal(long size) {
    return new Progress(new PrintWriter(terminal, true), new PrintWriter(lines, true), size);
  }
}
