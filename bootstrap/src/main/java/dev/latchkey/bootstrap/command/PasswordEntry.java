package dev.latchkey.bootstrap.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.domain.password.RawPassword;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a command gets a password from: a file, the terminal without echo, or standard input.
///
/// @param console null where there is no terminal
public record PasswordEntry(@Nullable Console console, InputStream input) {

  /// The terminal of this process where it has one, and its standard input.
  @SuppressWarnings("SystemConsoleNull") // It is null again in 25 where there is no terminal.
  public static PasswordEntry ofProcess() {
    var console = System.console();
    return new PasswordEntry(console != null && console.isTerminal() ? console : null, System.in);
  }

  /// The password from the file, or from the terminal, or from standard input.
  ///
  /// @param file read where it is not null
  /// @return empty where nothing was given, or what was typed twice differs
  Optional<RawPassword> read(@Nullable Path file) {
    try {
      if (file != null) {
        return firstLine(Files.newInputStream(file));
      }
      return console != null ? ask(console) : firstLine(input);
    } catch (IOException e) {
      throw new UncheckedIOException("The password cannot be read.", e);
    }
  }

  private static Optional<RawPassword> ask(Console console) {
    var first = console.readPassword("Password: ");
    var second = console.readPassword("Once more: ");
    return first != null && first.length > 0 && Arrays.equals(first, second)
        ? Optional.of(new RawPassword(new String(first)))
        : Optional.empty();
  }

  private static Optional<RawPassword> firstLine(InputStream stream) throws IOException {
    try (var reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
      return Optional.ofNullable(reader.readLine())
          .filter(line -> !line.isEmpty())
          .map(RawPassword::new);
    }
  }
}
