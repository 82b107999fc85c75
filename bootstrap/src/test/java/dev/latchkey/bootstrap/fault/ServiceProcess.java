package dev.latchkey.bootstrap.fault;

import dev.latchkey.bootstrap.Launcher;
import dev.latchkey.bootstrap.Main;
import dev.latchkey.bootstrap.settings.DatabaseAccess;
import dev.latchkey.bootstrap.settings.Sources;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The whole service in a process of its own, as it is deployed, but for cheap hashes.
public final class ServiceProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int TERMINATED = 143;
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final String ROOMY = "1000000/1h";
  private static final Map<String, String> CHEAP =
      Map.of("LATCHKEY_ENV", "dev", "ARGON2_MEMORY_KIB", "64", "ARGON2_ITERATIONS", "1");

  // All callers of these tests come from one address.
  private static final Map<String, String> ONE_ADDRESS =
      roomy(
          "LOGIN_ADDRESS",
          "LOGIN_ADDRESS_HOURLY",
          "LOGIN_SITE",
          "REGISTER",
          "REGISTER_SITE",
          "MAIL",
          "MAIL_ACCOUNT",
          "REDEEM",
          "REFRESH_SESSION",
          "REFRESH_REPEAT",
          "REFRESH_ADDRESS",
          "SEARCH",
          "REQUESTS");

  /// Settings for those who log in with one account many times at once.
  public static final Map<String, String> CROWDED =
      roomy("LOGIN_FAILURES", "LOGIN_ACCOUNT", "LOGIN_CLOSE");

  private static Map<String, String> roomy(String... limits) {
    return Stream.of(limits).collect(Collectors.toMap(name -> "LIMIT_" + name, name -> ROOMY));
  }

  private final Process process;
  private final Path output;
  private final int port;
  private final Browser browser;

  private ServiceProcess(Process process, Path output, int port) {
    this.process = process;
    this.output = output;
    this.port = port;
    browser = new Browser(port);
  }

  /// Starts it, and comes back at once.
  ///
  /// @param settings environment variables; with cheap hashes, roomy limits of addresses and a free
  ///   port where they say nothing else
  public static ServiceProcess launch(Map<String, String> settings) {
    return launch(settings, List.of());
  }

  /// Runs one of its commands to its good end, in this process: much faster, and all that matters
  /// to whoever only wants it done.
  ///
  /// @return what it printed
  public static String perform(Map<String, String> settings, String... arguments) {
    var printed = new StringWriter();
    var output = new PrintWriter(printed, true);
    var status = Main.run(Sources.of(completed(settings)), output, output, arguments);
    if (status != 0) {
      throw new AssertionError("The command ended with " + status + ":\n" + printed);
    }
    return printed.toString();
  }

  /// Runs one of its commands to the end.
  ///
  /// @return what it printed
  public static String run(Map<String, String> settings, String... arguments) {
    var command = launch(settings, List.of(arguments));
    command.exitStatus();
    return command.output();
  }

  /// Starts it, or one of its commands, and comes back at once.
  static ServiceProcess launch(Map<String, String> settings, List<String> arguments) {
    try {
      var all = completed(settings);
      var output = Files.createTempFile("latchkey", ".out");
      output.toFile().deleteOnExit();
      var builder =
          new ProcessBuilder(command(arguments))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().keySet().retainAll(List.of("PATH", "HOME", "TMPDIR"));
      builder.environment().putAll(all);
      var process = builder.start();
      // A test that fails may leave it behind.
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      return new ServiceProcess(process, output, Integer.parseInt(all.get("PORT")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> completed(Map<String, String> settings) {
    var all = new HashMap<>(CHEAP);
    all.putAll(ONE_ADDRESS);
    all.put("PORT", Integer.toString(freePort()));
    all.putAll(settings);
    return all;
  }

  private static List<String> command(List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(coverageAgent());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            // Those flags pay in services that live longer.
            "-Dlatchkey.jvm-flags=off",
            "-cp",
            classPath(),
            Launcher.class.getName()));
    command.addAll(arguments);
    return command;
  }

  /// This JVM's agent, where there is one: what only the service's own process runs is covered too.
  private static List<String> coverageAgent() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-javaagent:") && argument.contains("jacoco"))
        .toList();
  }

  /// Starts it and waits until it serves.
  public static ServiceProcess start(Map<String, String> settings) {
    return launch(settings).ready();
  }

  /// The setting that makes it use this database.
  public static Map<String, String> on(DatabaseAccess database) {
    var url =
        database
            .url()
            .replace("jdbc:", "")
            .replace("//", "//" + database.user() + ":" + database.password().reveal() + "@");
    return Map.of("DATABASE_URL", url);
  }

  /// Comes back when it serves.
  public ServiceProcess ready() {
    await(() -> output().contains("Latchkey is ready"));
    return this;
  }

  /// Comes back when it has printed this.
  public ServiceProcess awaitOutput(String text) {
    await(() -> output().contains(text));
    return this;
  }

  private void await(BooleanSupplier condition) {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new AssertionError("The service does not get there:\n" + output());
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  public Browser browser() {
    return browser;
  }

  /// A caller of another port of this machine.
  public Browser browserOf(int other) {
    return new Browser(other);
  }

  /// A caller who has no connection yet.
  Browser newBrowser() {
    return new Browser(port);
  }

  /// Everything that it has printed.
  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ends it as a power cut would.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// Sends SIGTERM, and comes back at once.
  void terminate() {
    process.destroy();
  }

  /// Waits for its end.
  int exitStatus() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("The service does not end:\n" + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    terminate();
    if (exitStatus() != TERMINATED) {
      throw new AssertionError("The service ended badly:\n" + output());
    }
  }

  /// A port that nobody listens on, at random below those that systems give to outgoing
  /// connections: one of these could have it before the service has.
  public static int freePort() {
    while (true) {
      var port = ThreadLocalRandom.current().nextInt(10_000, 32_000);
      try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException _) {
        continue;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
