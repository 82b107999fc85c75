package dev.latchkey.bootstrap.command;

import java.io.InputStream;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/// What a command reads from and writes to.
///
/// @param terminal where somebody looks; null where nobody does
public record Streams(
    InputStream input, PrintWriter output, PrintWriter errors, @Nullable PrintWriter terminal) {

  /// Those of this process.
  @SuppressWarnings("SystemConsoleNull") // It is null again in 25 where there is no terminal.
  public static Streams ofProcess(PrintWriter output, PrintWriter errors) {
    var console = System.console();
    var terminal = console != null && console.isTerminal() ? console.writer() : null;
    return new Streams(System.in, output, errors, terminal);
  }
}
