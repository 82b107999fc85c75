package dev.latchkey.bootstrap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.postgres.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A service that is told to end ends in good order.
@Timeout(300)
class ShutdownTest {
  private static final String EMAIL = "late@example.test";
  private static final String PASSWORD = "quite-long-enough";
  private static final int CALLS = 6;

  @TempDir private Path home;

  @Test
  @Tag("C167")
  void finishesWhatIsUnderWay() throws SQLException {
    try (var database = EmbeddedDatabase.start(home);
        var locker = connect(database)) {
      var service = ServiceProcess.start(waitingLongForLocks(database));
      var browser = service.browser();
      assertThat(browser.register(EMAIL, PASSWORD).status()).isEqualTo(201);
      locker.setAutoCommit(false);
      ask(locker, "LOCK TABLE auth.users IN ACCESS EXCLUSIVE MODE");

      var underWay =
          Stream.generate(() -> CompletableFuture.supplyAsync(() -> browser.logIn(EMAIL, PASSWORD)))
              .limit(CALLS)
              .toList();
      awaitWaiting(database);
      service.terminate();
      awaitRefusal(service);
      locker.rollback();

      assertThat(underWay).allSatisfy(call -> assertThat(call.join().status()).isEqualTo(200));
      assertThat(service.exitStatus()).isEqualTo(143);
      assertThat(service.output()).doesNotContain("still under way", "Exception");
    }
  }

  @Test
  @Tag("C167")
  void stopsItsOwnDatabase() {
    var service = ServiceProcess.start(Map.of("LATCHKEY_HOME", home.toString()));
    assertThat(new Server(home).isRunning()).isTrue();

    service.terminate();

    assertThat(service.exitStatus()).isEqualTo(143);
    assertThat(new Server(home).isRunning()).isFalse();
    assertThat(home.resolve("postgres/data/postmaster.pid")).doesNotExist();
  }

  /// A machine under load is slow; the calls are to wait for as long as this test holds the lock.
  private static Map<String, String> waitingLongForLocks(EmbeddedDatabase database) {
    var url = ServiceProcess.on(database.access()).get("DATABASE_URL");
    var settings = new HashMap<>(ServiceProcess.CROWDED);
    settings.put("DATABASE_URL", url + "&socketTimeout=120&options=-c%20lock_timeout%3D120000");
    return settings;
  }

  private static void awaitWaiting(EmbeddedDatabase database) throws SQLException {
    try (var observer = connect(database)) {
      var waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
      while (ask(observer, waiting) < CALLS) {
        LockSupport.parkNanos(20_000_000);
      }
    }
  }

  /// Comes back when nobody new is let in.
  private static void awaitRefusal(ServiceProcess service) {
    while (service.newBrowser().get("/health/liveness").status() != 0) {
      LockSupport.parkNanos(20_000_000);
    }
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    var access = database.access();
    return DriverManager.getConnection(access.url(), access.user(), access.password().reveal());
  }

  private static long ask(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return 0;
      }
      try (var rows = statement.getResultSet()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }
}
