package dev.latchkey.bootstrap.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The scripts of `src/test/interop`, run by Node in a copy that has their packages.
final class NodeScripts {
  private static final Path SOURCES = Path.of("src", "test", "interop");
  private static final Path HOME = Path.of("target", "interop");
  private static final int OLDEST = 18;
  private static final String ORDER = "> ";

  private NodeScripts() {}

  /// Brings the packages, of exactly the versions in the lock file. Where there is no Node, the
  /// test that calls this is skipped.
  static void install() {
    demandNode();
    try {
      Files.createDirectories(HOME);
      try (var files = Files.list(SOURCES)) {
        for (var file : files.toList()) {
          Files.copy(file, HOME.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run(Map.of(), order -> {}, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
  }

  private static void demandNode() {
    var version = output("node", "--version");
    if (!version.matches("v\\d+\\..*")
        || major(version) < OLDEST
        || output("npm", "-v").isEmpty()) {
      var reason =
          "SKIPPED: clients from npm are not tried, for there is no Node %d or newer with npm on the"
                  .formatted(OLDEST)
              + " path.";
      System.err.println(reason);
      abort(reason);
    }
  }

  private static int major(String version) {
    return Integer.parseInt(version.substring(1, version.indexOf('.')));
  }

  /// What a program prints; empty where there is none.
  private static String output(String... command) {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    } catch (IOException missing) {
      return "";
    }
  }

  /// Runs a script to its end, which must be good.
  ///
  /// @param operator does what the script asks the service's operator for
  static void run(String script, Map<String, String> environment, Consumer<String[]> operator) {
    // The option makes an 18 like the newer ones, which take it as given.
    var printed =
        run(environment, operator, "node", "--experimental-global-webcrypto", script + ".mjs");
    assertThat(printed).endsWith("done");
  }

  private static List<String> run(
      Map<String, String> environment, Consumer<String[]> operator, String... command) {
    try {
      var builder = new ProcessBuilder(command).directory(HOME.toFile()).redirectErrorStream(true);
      builder.environment().putAll(environment);
      var process = builder.start();
      var printed = new ArrayList<String>();
      try (var lines = process.inputReader();
          var answers = process.outputWriter()) {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
          printed.add(line);
          if (line.startsWith(ORDER)) {
            operator.accept(line.substring(ORDER.length()).split(" "));
            answers.write("done\n");
            answers.flush();
          }
        }
      }
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(String.join("\n", printed)).isZero();
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
