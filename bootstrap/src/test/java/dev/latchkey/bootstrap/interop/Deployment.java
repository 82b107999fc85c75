package dev.latchkey.bootstrap.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.fault.Browser;
import dev.latchkey.bootstrap.fault.ServiceProcess;
import dev.latchkey.bootstrap.key.KeyTable;
import dev.latchkey.bootstrap.postgres.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// A service with one user and one client, as others see it.
final class Deployment implements AutoCloseable {
  static final String CLIENT = "orders";
  static final String LOGIN = "ann@example.test";
  static final String PASSWORD = "not-so-easily-guessed";
  private static final int TRIES = 600;

  private final EmbeddedDatabase database;
  private final Map<String, String> settings;
  private final String issuer;
  private final String clientSecret;
  private ServiceProcess service;

  private Deployment(Path home) {
    database = EmbeddedDatabase.start(home);
    var port = ServiceProcess.freePort();
    issuer = "http://127.0.0.1:" + port;
    settings = new HashMap<>(KeyTable.SETTINGS);
    settings.putAll(ServiceProcess.on(database.access()));
    settings.putAll(ServiceProcess.CROWDED);
    settings.put("PORT", Integer.toString(port));
    settings.put("PUBLIC_URL", issuer);
    service = ServiceProcess.start(settings);
    assertThat(browser().register(LOGIN, PASSWORD).status()).isEqualTo(201);
    clientSecret =
        ServiceProcess.perform(
                settings,
                "create-client",
                "--id=" + CLIENT,
                "--name=Orders",
                "--scope=orders.read",
                "--scope=users.read")
            .lines()
            .reduce("", (before, line) -> line);
  }

  static Deployment start(Path home) {
    return new Deployment(home);
  }

  String issuer() {
    return issuer;
  }

  Browser browser() {
    return service.browser();
  }

  /// An access token by a log-in.
  String logIn() {
    var answer = browser().logIn(LOGIN, PASSWORD);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.accessToken();
  }

  /// What a script needs to know.
  Map<String, String> environment() {
    return Map.of(
        "ISSUER", issuer,
        "LOGIN", LOGIN,
        "PASSWORD", PASSWORD,
        "CLIENT_ID", CLIENT,
        "CLIENT_SECRET", clientSecret,
        "ALGORITHM", settings.get("JWT_ALGORITHM"));
  }

  /// Runs a command of the service.
  void operate(String... command) {
    var output = ServiceProcess.perform(settings, command);
    assertThat(output).containsAnyOf("now.", "is out");
  }

  /// Lets the next key sign, and comes back when it does.
  ///
  /// @return an access token by it
  String rotate() {
    return after("rotate-keys", "--now");
  }

  /// Takes the key of a token out, and comes back when another signs.
  ///
  /// @return an access token by that
  String takeOutKeyOf(String token) {
    return after("rotate-keys", "--compromised", KeyTable.keyOf(token));
  }

  private String after(String... command) {
    var before = KeyTable.keyOf(logIn());
    operate(command);
    for (var attempt = 0; attempt < TRIES; attempt++) {
      var token = logIn();
      if (!KeyTable.keyOf(token).equals(before)) {
        return token;
      }
      LockSupport.parkNanos(50_000_000);
    }
    throw new AssertionError("The service signs with the same key.");
  }

  /// Starts the service anew with another algorithm, and lets it begin at once.
  ///
  /// @return an access token by it
  String change(String algorithm) {
    service.close();
    settings.put("JWT_ALGORITHM", algorithm);
    service = ServiceProcess.start(settings);
    return rotate();
  }

  @Override
  public void close() {
    try (database) {
      service.close();
    }
  }
}
