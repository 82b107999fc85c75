package dev.latchkey.bootstrap.command;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/// Shows how far a long work has come: a bar on a terminal, now and then a line elsewhere.
final class Progress {
  private static final int WIDTH = 30;
  private static final int PERCENT_PER_LINE = 10;
  private static final int LINES_PER_LINE = 10_000;
  private static final String CLEAR = "\r\u001b[K";

  private final @Nullable PrintWriter terminal;
  private final PrintWriter lines;
  private final long size;
  private long shown = -1;
  private boolean isDrawn;

  /// @param terminal where to draw; null where nobody looks
  /// @param lines where to write otherwise
  /// @param size how many bytes there are in all; 0 where that is not known
  Progress(@Nullable PrintWriter terminal, PrintWriter lines, long size) {
    this.terminal = terminal;
    this.lines = lines;
    this.size = size;
  }

  /// So many bytes and lines are done.
  void show(long bytes, long count) {
    var step = step(bytes, count);
    if (step == shown) {
      return;
    }
    shown = step;
    if (terminal != null) {
      terminal.print(CLEAR + bar(bytes, count));
      terminal.flush();
      isDrawn = true;
    } else if (step > 0) {
      lines.println(text(bytes, count));
    }
  }

  /// Takes the bar away, so that a line can be printed.
  void clear() {
    if (isDrawn && terminal != null) {
      terminal.print(CLEAR);
      terminal.flush();
      isDrawn = false;
      shown = -1;
    }
  }

  private long step(long bytes, long count) {
    if (size > 0) {
      return percent(bytes) / (terminal == null ? PERCENT_PER_LINE : 1);
    }
    return count / (terminal == null ? LINES_PER_LINE : 100);
  }

  private long percent(long bytes) {
    return Math.min(100, 100 * bytes / size);
  }

  private String bar(long bytes, long count) {
    if (size == 0) {
      return text(bytes, count);
    }
    var full = (int) (WIDTH * percent(bytes) / 100);
    return "[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + text(bytes, count);
  }

  private String text(long bytes, long count) {
    var lines = "%d lines".formatted(count);
    return size == 0 ? lines : "%3d %%  %s".formatted(percent(bytes), lines);
  }
}
