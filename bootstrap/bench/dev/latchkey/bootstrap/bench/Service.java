package dev.latchkey.bootstrap.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// The real service, in a process of its own, with no setting but where it listens and keeps its
/// data.
final class Service implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long PAUSE_MILLIS = 5;
  private static final Set<String> ENVIRONMENT =
      Set.of("HOME", "LANG", "PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "USERPROFILE");

  private final Process process;
  private final Path log;
  private final int port;

  private Service(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /// Starts it; [#awaitFirstAnswer()] says when it is there.
  static Service start(Path jar, Path home) throws IOException {
    var port = freePort();
    var log = home.resolve("service.log");
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var builder = new ProcessBuilder(java.toString(), "-jar", jar.toString());
    builder
        .environment()
        .keySet()
        .removeIf(name -> !ENVIRONMENT.contains(name.toUpperCase(Locale.ROOT)));
    builder.environment().put("LATCHKEY_HOME", home.toString());
    // What is measured is the service, not how it keeps one address from calling it.
    builder.environment().put("LATCHKEY_ENV", "dev");
    builder.environment().put("RATE_LIMITS", "off");
    builder.environment().put("PORT", String.valueOf(port));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    var process = builder.start();
    // Where the benchmark is stopped half-way.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return new Service(process, log, port);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  /// How long it took from the start of the process to the first answer.
  Duration awaitFirstAnswer(long startedAtNanos) throws IOException, InterruptedException {
    while (!answers()) {
      var waited = Duration.ofNanos(System.nanoTime() - startedAtNanos);
      if (!process.isAlive() || waited.compareTo(PATIENCE) > 0) {
        throw new IOException("The service does not start:\n" + Files.readString(log));
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    return Duration.ofNanos(System.nanoTime() - startedAtNanos);
  }

  private boolean answers() {
    try (var connection = new Connection(port)) {
      return connection.get("/health/liveness").status() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /// Its memory in the sense of `VmRSS`, without that of PostgreSQL; known on Linux only.
  String residentMemory() throws IOException {
    var status = Path.of("/proc", String.valueOf(process.pid()), "status");
    if (!Files.exists(status)) {
      return "unknown on this system";
    }
    try (var lines = Files.lines(status)) {
      var kib = lines.filter(line -> line.startsWith("VmRSS:")).findFirst().orElseThrow();
      return Long.parseLong(kib.replaceAll("\\D", "")) / 1024 + " MiB";
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
