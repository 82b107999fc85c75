package dev.latchkey.bootstrap.bench;

import dev.latchkey.bootstrap.bench.load.Client;
import dev.latchkey.bootstrap.bench.load.Requests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A server in a process of its own: the service, or what it is compared with.
public final class Server implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long PAUSE_MILLIS = 2;
  private static final Set<String> ENVIRONMENT =
      Set.of("HOME", "LANG", "PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "USERPROFILE");

  private final Process process;
  private final Path log;
  private final int port;
  private final long begun;

  private Server(Process process, Path log, int port, long begun) {
    this.process = process;
    this.log = log;
    this.port = port;
    this.begun = begun;
  }

  /// Starts it, on a free port that it is told of as `PORT` and `MICRONAUT_SERVER_PORT`.
  ///
  /// @param arguments of `java`
  /// @param environment all that it sees but for where things are on this machine
  static Server start(List<String> arguments, Map<String, String> environment) throws IOException {
    var port = freePort();
    var log = Files.createTempFile("latchkey-bench", ".log");
    log.toFile().deleteOnExit();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder = new ProcessBuilder(Stream.concat(Stream.of(java), arguments.stream()).toList());
    var seen = builder.environment();
    seen.keySet().removeIf(name -> !ENVIRONMENT.contains(name.toUpperCase(Locale.ROOT)));
    seen.putAll(environment);
    seen.put("PORT", String.valueOf(port));
    seen.put("MICRONAUT_SERVER_PORT", String.valueOf(port));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    var begun = System.nanoTime();
    return new Server(builder.start(), log, port, begun);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public int port() {
    return port;
  }

  /// Waits until it answers 200 at this path.
  ///
  /// @return how long that took from the start of the process
  Duration await(String path) throws IOException, InterruptedException {
    while (!answers(path)) {
      if (!process.isAlive() || sinceStart().compareTo(PATIENCE) > 0) {
        throw new IOException("The service does not start:\n" + Files.readString(log));
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    return sinceStart();
  }

  private Duration sinceStart() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private boolean answers(String path) {
    try (var client = new Client(port)) {
      return client.ask(Requests.get(path)).status() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /// The options of its virtual machine, but for those of its own class path and caches.
  List<String> options() {
    return jvms()
        .flatMap(jvm -> Stream.of(jvm.info().arguments().orElse(new String[0])))
        .filter(argument -> argument.startsWith("-X") || argument.startsWith("--"))
        .filter(argument -> !argument.matches("-(XX:.*(AOT|CDS|SharedArchive)|Xlog|Xshare).*"))
        .distinct()
        .toList();
  }

  private Stream<ProcessHandle> jvms() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .filter(handle -> handle.info().command().orElse("").endsWith("java"));
  }

  /// Its memory in the sense of `VmRSS`, without that of PostgreSQL, in MiB; known on Linux only.
  public long residentMemory() throws IOException {
    return memory("VmRSS:");
  }

  /// The most memory since [#forgetPeak()].
  public long peakMemory() throws IOException {
    return memory("VmHWM:");
  }

  private long memory(String field) throws IOException {
    var sum = 0L;
    for (var jvm : jvms().toList()) {
      var status = Path.of("/proc", String.valueOf(jvm.pid()), "status");
      for (var line : Files.exists(status) ? Files.readAllLines(status) : List.<String>of()) {
        sum += line.startsWith(field) ? Long.parseLong(line.replaceAll("\\D", "")) : 0;
      }
    }
    return sum / 1024;
  }

  public void forgetPeak() throws IOException {
    for (var jvm : jvms().toList()) {
      var peak = Path.of("/proc", String.valueOf(jvm.pid()), "clear_refs");
      if (Files.isWritable(peak)) {
        Files.writeString(peak, "5");
      }
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
