package dev.latchkey.bootstrap.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.fault.Answer;
import dev.latchkey.bootstrap.fault.Browser;
import dev.latchkey.bootstrap.fault.ServiceProcess;
import dev.latchkey.bootstrap.postgres.EmbeddedDatabase;
import dev.latchkey.bootstrap.settings.DatabaseAccess;
import dev.latchkey.bootstrap.ticket.MailLinks;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Two processes of the service that started at once on one empty database.
final class TwoNodes implements AutoCloseable {
  static final String ADMIN = "root@example.test";
  static final String PASSWORD = "not-so-easily-guessed";
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final EmbeddedDatabase database;
  private final Map<String, String> settings;
  private final ServiceProcess first;
  private ServiceProcess second;

  private TwoNodes(Path home, Map<String, String> more) {
    database = EmbeddedDatabase.start(home);
    settings = new HashMap<>(ServiceProcess.on(database.access()));
    settings.putAll(more);
    settings.put("PUBLIC_URL", "http://localhost:8080");
    settings.put("BOOTSTRAP_ADMIN_EMAIL", ADMIN);
    settings.put("BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);
    first = ServiceProcess.launch(settings);
    second = ServiceProcess.launch(settings);
    try {
      first.ready();
      second.ready();
    } catch (AssertionError e) {
      close();
      throw e;
    }
  }

  static TwoNodes start(Path home) {
    return start(home, Map.of());
  }

  /// @param more settings of both
  static TwoNodes start(Path home, Map<String, String> more) {
    return new TwoNodes(home, more);
  }

  Browser a() {
    return first.browser();
  }

  Browser b() {
    return second.browser();
  }

  /// What the links in the mails of both nodes end with.
  MailLinks links() {
    return new MailLinks(database.access());
  }

  /// What both keep everything in.
  DatabaseAccess database() {
    return database.access();
  }

  /// Runs a command beside them.
  ///
  /// @return what it printed
  String run(String... arguments) {
    return ServiceProcess.perform(settings, arguments);
  }

  void restartB() {
    second.close();
    second = ServiceProcess.start(settings);
  }

  /// Registers somebody new.
  User register() {
    var email = "somebody%d@example.test".formatted(NUMBERS.incrementAndGet());
    var answer = Browser.patiently(() -> a().register(email, PASSWORD));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return new User(answer.text("id"), email);
  }

  Answer logIn(String email) {
    var answer = Browser.patiently(() -> a().logIn(email, PASSWORD));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  record User(String id, String email) {
    String path() {
      return "/users/" + id;
    }
  }

  @Override
  public void close() {
    try (database;
        first) {
      second.close();
    }
  }
}
