package dev.latchkey.bootstrap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.postgres.EmbeddedDatabase;
import dev.latchkey.testkit.race.Race;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A database that goes away, stands still or is locked under a service that runs: the service says
/// so, refuses nobody, and goes on by itself, so that one service goes through all of it.
@Timeout(300)
class OutageTest {
  private static final String EMAIL = "ann@example.test";
  private static final String PASSWORD = "quite-long-enough";

  @TempDir private static Path home;
  private static EmbeddedDatabase database;
  private static ServiceProcess service;
  private static Browser browser;
  private static int management;

  @BeforeAll
  static void start() {
    database = EmbeddedDatabase.start(home);
    management = ServiceProcess.freePort();
    var settings = new HashMap<>(ServiceProcess.on(database.access()));
    settings.put("MANAGEMENT_PORT", Integer.toString(management));
    service = ServiceProcess.start(settings);
    browser = service.browser();
    assertThat(browser.register(EMAIL, PASSWORD).status()).isEqualTo(201);
  }

  @AfterAll
  static void stop() {
    try {
      service.close();
    } finally {
      database.close();
    }
  }

  @Test
  @Tag("C147")
  @Tag("C160")
  void refusesNobodyAndForgetsNothingWhileTheDatabaseIsRestartedUnderLoad() {
    var ledger = new Ledger();

    for (var restart = 0; restart < 2; restart++) {
      try (var load = Load.on(browser, ledger)) {
        load.awaitProgress(20);
        database.close();
        load.awaitBusy(20);
        database = EmbeddedDatabase.start(home);
        load.awaitProgress(20);
      }
      ledger.verifyAgainst(browser);
    }

    assertThat(ledger.busy()).isGreaterThanOrEqualTo(40);
    assertThat(ledger.unanswered()).isZero();
  }

  @Test
  @Tag("C152")
  void holdsNoCallForEverWhereTheDatabaseStopsInTheMiddleOfIt() {
    var ledger = new Ledger();
    var server = new Server(home);

    try (var load = Load.on(browser, ledger)) {
      load.awaitProgress(20);
      server.freeze();
      try {
        load.awaitBusy(12);
      } finally {
        server.thaw();
      }
      load.awaitProgress(20);
    }

    assertThat(ledger.unanswered()).isZero();
    ledger.verifyAgainst(browser);
  }

  @Test
  @Tag("C147")
  void isBusyForEveryCallWhileTheDatabaseIsStopped() {
    var pair = browser.logIn(EMAIL, PASSWORD);
    database.close();

    assertBusyButAlive(pair);

    database = EmbeddedDatabase.start(home);
    assertServesAgain(pair);
  }

  @Test
  @Tag("C152")
  void isBusyForEveryCallWhileTheDatabaseStandsStill() {
    var pair = browser.logIn(EMAIL, PASSWORD);
    var server = new Server(home);
    server.freeze();

    try {
      assertBusyButAlive(pair);
    } finally {
      server.thaw();
    }

    assertServesAgain(pair);
  }

  @Test
  @Tag("C153")
  @Tag("C155")
  void isBusyForEveryCallWhileAllConnectionsWaitForALock() throws SQLException {
    var pair = browser.logIn(EMAIL, PASSWORD);

    try (var locker = connect()) {
      locker.setAutoCommit(false);
      execute(locker, "LOCK TABLE auth.users, auth.session IN ACCESS EXCLUSIVE MODE");
      var answers = Race.of(40, () -> browser.logIn(EMAIL, PASSWORD));

      assertThat(answers).allSatisfy(answer -> assertThat(answer.isBusy()).isTrue());
      assertThat(figures())
          .contains("hikaricp_connections_max{pool=\"latchkey\"} 10.0")
          .containsPattern("hikaricp_connections_timeout_total\\{pool=\"latchkey\"} [1-9]");
      assertBusyButAlive(pair);
      locker.rollback();
    }

    assertServesAgain(pair);
  }

  private static void assertBusyButAlive(Answer pair) {
    var answers =
        Race.among(
            List.<Callable<Answer>>of(
                () -> browser.register("bob@example.test", PASSWORD),
                () -> browser.logIn(EMAIL, PASSWORD),
                () -> browser.refresh(pair.refreshToken()),
                () -> browser.logOut(pair.refreshToken(), "session"),
                () -> browser.me(pair.accessToken()),
                () -> browser.changePassword(pair.accessToken(), PASSWORD, PASSWORD + "!")));

    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.isBusy()).as(answer.body()).isTrue());
    assertThat(browser.get("/health/liveness").status()).isEqualTo(200);
    assertThat(browser.get("/health/readiness").status()).isEqualTo(503);
  }

  /// A call that was answered "busy" has done nothing: this session still stands.
  private static void assertServesAgain(Answer pair) {
    assertThat(Browser.patiently(() -> browser.me(pair.accessToken())).text("email"))
        .isEqualTo(EMAIL);
    assertThat(Browser.patiently(() -> browser.refresh(pair.refreshToken())).status())
        .isEqualTo(200);
    assertThat(Browser.patiently(() -> browser.get("/health/readiness")).status()).isEqualTo(200);
  }

  private static String figures() {
    return service.browserOf(management).get("/metrics").body();
  }

  private static Connection connect() throws SQLException {
    var access = database.access();
    return DriverManager.getConnection(access.url(), access.user(), access.password().reveal());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
