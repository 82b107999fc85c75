package dev.latchkey.bootstrap.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.bootstrap.Launcher;
import dev.latchkey.bootstrap.fault.ServiceProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The service as a newcomer runs it, in a process of its own, on an empty home.
final class RunningService implements AutoCloseable {
  private static final int START_SECONDS = 120;
  private static final int END_SECONDS = 60;

  private final Process process;
  private final int port;
  private final Path home;

  private RunningService(Process process, int port, Path home) {
    this.process = process;
    this.port = port;
    this.home = home;
  }

  /// Starts it and returns once it says that it is ready.
  static RunningService start(Path home) throws Exception {
    var port = ServiceProcess.freePort();
    var log = home.resolve("service.log");
    var builder = new ProcessBuilder(command()).redirectError(log.toFile());
    builder.environment().putAll(environment(home, port));
    var process = builder.start();
    var service = new RunningService(process, port, home);
    var ready = new CompletableFuture<Boolean>();
    Thread.ofVirtual().start(() -> watch(process, ready));
    if (!ready.completeOnTimeout(false, START_SECONDS, TimeUnit.SECONDS).get()) {
      service.close();
      throw new IllegalStateException("the service does not start: " + Files.readString(log));
    }
    return service;
  }

  private static void watch(Process process, CompletableFuture<Boolean> ready) {
    try (var lines = process.inputReader(UTF_8)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("Latchkey is ready")) {
          ready.complete(true);
        }
      }
    } catch (IOException ended) {
      // As a process that ends does.
    }
    ready.complete(false);
  }

  /// The command that runs the service; arguments may follow.
  static List<String> command() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dlatchkey.trial=true");
    command.add("-cp");
    command.add(classPath());
    command.add(Launcher.class.getName());
    return command;
  }

  private static Map<String, String> environment(Path home, int port) {
    return Map.of(
        "LATCHKEY_HOME",
        home.toString(),
        "PORT",
        Integer.toString(port),
        "PUBLIC_URL",
        "http://localhost:" + port);
  }

  /// The settings that commands beside this service need.
  Map<String, String> environment() {
    return environment(home, port);
  }

  String url() {
    return "http://localhost:" + port;
  }

  /// Without what only tests have: their stores and fakes must not be needed to run.
  private static String classPath() {
    var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return String.join(
        File.pathSeparator,
        List.of(all.split(File.pathSeparator, -1)).stream()
            .filter(path -> !path.contains("test-classes") && !path.contains("auth-testkit"))
            .toList());
  }

  /// Ends it by SIGTERM, as an operator does.
  @Override
  public void close() {
    process.destroy();
    var hasEnded =
        process
            .onExit()
            .thenApply(ended -> true)
            .completeOnTimeout(false, END_SECONDS, TimeUnit.SECONDS)
            .join();
    if (!hasEnded) {
      process.destroyForcibly();
      throw new IllegalStateException("the service does not end");
    }
  }
}
