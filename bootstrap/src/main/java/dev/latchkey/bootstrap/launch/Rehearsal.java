package dev.latchkey.bootstrap.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/// Makes an AOT cache of a second run of the service, in a process of its own, on a database of its
/// own that is deleted afterwards. Nothing of this process's settings reaches it.
public final class Rehearsal {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final List<String> NEEDED = List.of("HOME", "LANG", "PATH", "TMPDIR");
  private static final String LOG = "output";

  private final AotCache cache;
  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;

  public Rehearsal(AotCache cache) throws IOException {
    this.cache = cache;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
  }

  /// Comes back when the cache is there, whole.
  ///
  /// @throws IOException where none could be made; the message holds what the service printed
  public void run() throws IOException, InterruptedException {
    var home = Files.createTempDirectory("latchkey-rehearsal");
    var draft = cache.file().resolveSibling(cache.file().getFileName() + ".new");
    try {
      Files.deleteIfExists(draft);
      // What only a first start does is not to be loaded at every later one.
      rehearse(home, List.of());
      rehearse(home, List.of("-XX:AOTCacheOutput=" + draft));
      if (!Files.exists(draft)) {
        throw new IOException("The JVM has kept nothing: " + Files.readString(home.resolve(LOG)));
      }
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(draft, cache.file(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
      delete(home);
    }
  }

  private void rehearse(Path home, List<String> flags) throws IOException, InterruptedException {
    var log = home.resolve(LOG);
    var process = start(home, flags, log);
    try {
      awaitReady(process);
      play();
      process.destroy();
      // The JVM writes the cache as it ends.
      if (!process.waitFor(PATIENCE)) {
        throw new IOException("it does not end");
      }
    } catch (IOException e) {
      throw new IOException("The service's rehearsal has failed: " + Files.readString(log), e);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private Process start(Path home, List<String> flags, Path log) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(new JvmFlags("").wanted(Runtime.getRuntime().availableProcessors(), null));
    command.add("-D" + VectorModule.OFF + "=true");
    command.addAll(flags);
    command.addAll(List.of("-jar", cache.jar().toString()));
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().keySet().retainAll(NEEDED);
    builder.environment().put("LATCHKEY_HOME", home.toString());
    builder.environment().put("LATCHKEY_ENV", "dev");
    builder.environment().put("PORT", Integer.toString(port));
    return builder.start();
  }

  private void awaitReady(Process process) throws IOException, InterruptedException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IOException("it is not ready");
      }
      Thread.sleep(PAUSE);
    }
  }

  private boolean isReady() throws InterruptedException {
    try {
      return get("/health/readiness") == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /// What every service is asked for soon.
  private void play() throws IOException, InterruptedException {
    var person =
        "{\"email\":\"%s@example.org\",\"password\":\"plum-kettle-orbit\"}"
            .formatted(UUID.randomUUID());
    post("/auth/register", person);
    post("/auth/login", person);
    get("/auth/me");
    get("/health/liveness");
  }

  private int get(String path) throws IOException, InterruptedException {
    return send(request(path).build());
  }

  private void post(String path, String json) throws IOException, InterruptedException {
    var status =
        send(
            request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json, UTF_8))
                .build());
    if (status / 100 != 2) {
      throw new IOException(path + " is answered by " + status);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private int send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
