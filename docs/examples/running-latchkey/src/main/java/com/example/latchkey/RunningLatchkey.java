package com.example.latchkey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The built service in a process of its own, with an embedded database and ES256 keys, as
/// `JWT_ALGORITHM=ES256 mvn -q -Prun` starts it.
public final class RunningLatchkey implements AutoCloseable {
  private static final Path JAR =
      Path.of("../../../bootstrap/target/latchkey.jar").toAbsolutePath().normalize();
  private static final String EMAIL = "ada@example.org";
  private static final String PASSWORD = "plum-kettle-orbit";
  private static final int TRIES = 1200;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path home;
  private final Map<String, String> settings;
  private final int port;
  private final Path output;
  private final Process process;

  private RunningLatchkey(Path home, Map<String, String> settings) throws IOException {
    if (!Files.exists(JAR)) {
      throw new IllegalStateException(JAR + " is missing: package bootstrap first");
    }
    this.home = home;
    this.settings = settings;
    port = freePort();
    output = home.resolve("output");
    process = process(output, List.of());
  }

  /// Starts it, and comes back when it serves and somebody is registered.
  ///
  /// @param home an empty folder for its data
  public static RunningLatchkey start(Path home) throws IOException, InterruptedException {
    return start(home, Map.of());
  }

  /// Starts it with more settings.
  public static RunningLatchkey start(Path home, Map<String, String> settings)
      throws IOException, InterruptedException {
    var latchkey = new RunningLatchkey(home, settings);
    try {
      latchkey.awaitOutput("Latchkey is ready");
      latchkey.post("/auth/register", "email");
      return latchkey;
    } catch (IllegalStateException e) {
      latchkey.close();
      throw e;
    }
  }

  private Process process(Path output, List<String> arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-Dlatchkey.trial=true", "-jar", JAR.toString()));
    command.addAll(arguments);
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().retainAll(List.of("PATH", "HOME", "TMPDIR"));
    builder.environment().put("JWT_ALGORITHM", "ES256");
    builder.environment().put("LATCHKEY_HOME", home.toString());
    builder.environment().put("PORT", Integer.toString(port));
    builder.environment().putAll(settings);
    return builder.start();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// Where it serves, which is also the issuer of its tokens.
  public String url() {
    return "http://localhost:" + port;
  }

  /// Logs somebody in whose address is `ada@example.org`.
  public Tokens logIn() throws IOException, InterruptedException {
    var pair = post("/auth/login", "login").body();
    return new Tokens(
        found("\"access_token\":\"(.*?)\"", pair), found("\"refresh_token\":\"(.*?)\"", pair));
  }

  /// Lets another key sign at once, as `rotate-keys --now` does, and comes back when it does.
  public void rotateKeys() throws IOException, InterruptedException {
    var printed = home.resolve("rotation");
    process(printed, List.of("rotate-keys", "--now")).waitFor();
    var key = found("signed with key (\\S+) now", Files.readString(printed));
    awaitOutput("signed with ES256 key " + key);
  }

  private HttpResponse<String> post(String path, String name)
      throws IOException, InterruptedException {
    var json = "{\"%s\":\"%s\",\"password\":\"%s\"}".formatted(name, EMAIL, PASSWORD);
    var request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json));
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  /// Calls a sample.
  ///
  /// @param token an access token; empty for none
  public static HttpResponse<String> get(String url, String token)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(url));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private void awaitOutput(String text) throws IOException, InterruptedException {
    for (var tries = 0; !Files.readString(output).contains(text); tries++) {
      if (!process.isAlive() || tries == TRIES) {
        throw new IllegalStateException("No \"" + text + "\" in:\n" + Files.readString(output));
      }
      Thread.sleep(100);
    }
  }

  private static String found(String pattern, String text) {
    var matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("No " + pattern + " in:\n" + text);
    }
    return matcher.group(1);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  /// What a log-in gives.
  public record Tokens(String access, String refresh) {}
}
