package dev.latchkey.bootstrap.bench;

import dev.latchkey.bootstrap.bench.bare.BareServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the parts are measured on: one service that lives through all of them, and others for a
/// part alone. All of it is gone at the end.
public final class Stage implements AutoCloseable {
  private static final String READY = "/health/readiness";
  // Without a logger: unconfigured, it would write several lines about each request.
  private static final Pattern FRAMEWORK =
      Pattern.compile(
          "(micronaut-(aop|buffer|context|core|discovery|http|inject|jackson|json|retry|router"
              + "|runtime|serde)|netty|reactive|reactor|slf4j|jakarta.(annotation|inject)"
              + "|jackson|jspecify).*");

  private final Path jar;
  private final Deque<AutoCloseable> opened = new ConcurrentLinkedDeque<>();
  private @Nullable Service service;

  Stage(Path jar) {
    this.jar = jar;
  }

  /// A running service and users of it.
  public record Service(Server server, Path home, Accounts accounts) {
    public int port() {
      return server.port();
    }
  }

  /// The service with its default settings, the same for all parts.
  public Service service() throws Exception {
    if (service == null) {
      service = service(home(), Map.of());
    }
    return service;
  }

  /// What the service that lived through all parts takes in the end, where one was needed.
  void reportMemory(Report report) throws IOException {
    if (service != null) {
      var memory = service.server().residentMemory() + " MiB";
      report.row("memory after all of this", memory, "300 MiB");
    }
  }

  /// Another one, until the end of the benchmark.
  public Service service(Path home, Map<String, String> settings) throws Exception {
    var server = start(home, settings);
    server.await(READY);
    return new Service(server, home, Accounts.register(server.port()));
  }

  /// Starts one, which may be closed sooner than the others.
  ///
  /// @param options of its virtual machine
  public Server start(Path home, Map<String, String> settings, String... options)
      throws IOException {
    var environment = new HashMap<>(settings);
    environment.put("LATCHKEY_HOME", home.toString());
    // What is measured is the service, not how it keeps one address from calling it.
    environment.put("LATCHKEY_ENV", "dev");
    environment.put("RATE_LIMITS", "off");
    var arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("-jar", jar.toString()));
    return keep(Server.start(arguments, environment));
  }

  /// Makes the cache that lets it start faster, beside its jar.
  public void makeCache() throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(java, "-jar", jar.toString(), "aot-cache")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("aot-cache fails");
    }
  }

  /// Settings under which access tokens are signed so.
  public static Map<String, String> signingWith(String algorithm) {
    var key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Map.of(
        "JWT_ALGORITHM", algorithm, "KEY_ENCRYPTION_KEY", Base64.getEncoder().encodeToString(key));
  }

  /// Waits until it is ready.
  ///
  /// @return the seconds that took from the start of its process
  public static double awaitReady(Server server) throws IOException, InterruptedException {
    return server.await(READY).toNanos() / 1e9;
  }

  /// A server of the framework alone that answers `GET /auth/me` with these bytes, on a virtual
  /// machine of the same options.
  public Server bare(Server like, String body) throws Exception {
    var file = Files.writeString(keepFile(Files.createTempFile("latchkey-bench", ".json")), body);
    var arguments = new ArrayList<>(like.options());
    arguments.addAll(List.of("-Dbare.body=" + file, "-classpath", frameworkAlone()));
    arguments.add(BareServer.class.getName());
    var server = keep(Server.start(arguments, Map.of()));
    server.await("/auth/me");
    return server;
  }

  private static String frameworkAlone() {
    var source = BareServer.class.getProtectionDomain().getCodeSource().getLocation();
    var own = Path.of(source.getPath());
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .map(Path::toAbsolutePath)
        .filter(entry -> entry.equals(own) || FRAMEWORK.matcher(name(entry)).matches())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /// A new folder.
  public Path home() throws IOException {
    return keepFile(Files.createTempDirectory("latchkey-bench"));
  }

  private Path keepFile(Path file) {
    keep(() -> delete(file));
    return file;
  }

  /// Closes it at the end.
  public <T extends AutoCloseable> T keep(T thing) {
    opened.push(thing);
    return thing;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public void close() throws Exception {
    for (var thing = opened.poll(); thing != null; thing = opened.poll()) {
      thing.close();
    }
  }
}
