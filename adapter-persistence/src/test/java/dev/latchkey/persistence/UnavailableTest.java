package dev.latchkey.persistence;

import static dev.latchkey.testkit.sample.SampleSessions.GRACE;
import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static dev.latchkey.testkit.sample.SampleSessions.rotation;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.domain.port.UserStore.Registration;
import dev.latchkey.domain.session.Rotated;
import dev.latchkey.domain.user.User;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleUsers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A server that fails, answers late or loses its connections.
@Timeout(60)
class UnavailableTest {
  private final Database database = Postgres.createMigrated();
  private JdbcStores stores = JdbcStores.on(database, pool(1));

  @AfterEach
  void closeStores() {
    stores.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01"})
  @Tag("C156")
  void runsALostRaceAgain(String state) {
    failOnInsert("IF nextval('auth.attempts') <= 2 THEN %s END IF;".formatted(raise(state)));
    var user = SampleUsers.user();

    var registration = stores.users().register(user, HASH, Consequences.NONE);

    assertThat(registration).isEqualTo(Registration.REGISTERED);
    assertThat(stores.users().find(user.id())).contains(user);
    assertThat(Postgres.query(database, "SELECT last_value FROM auth.attempts")).contains("3");
  }

  @Test
  @Tag("C156")
  void givesUpARaceThatIsLostEveryTime() {
    failOnInsert("PERFORM nextval('auth.attempts'); " + raise("40001"));
    var user = SampleUsers.user();

    assertUnavailable(() -> stores.users().register(user, HASH, Consequences.NONE));

    assertThat(Postgres.query(database, "SELECT last_value FROM auth.attempts")).contains("4");
    assertThat(stores.users().find(user.id())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"53100", "53300", "57P01", "57P03", "08006", "25006", "58030", "57014"})
  void saysSoWhereTheServerCannotWork(String state) {
    failOnInsert(raise(state));

    assertUnavailable(() -> stores.users().register(SampleUsers.user(), HASH, Consequences.NONE));
  }

  @Test
  void doesNotTakeAProgrammersErrorForAnOutage() {
    failOnInsert(raise("22012"));

    assertThatThrownBy(() -> stores.users().register(SampleUsers.user(), HASH, Consequences.NONE))
        .isNotInstanceOf(Unavailable.class)
        .rootCause()
        .isInstanceOf(SQLException.class);
  }

  @Test
  @Tag("C148")
  void leavesNothingBehindWhereTheConnectionIsCutBeforeTheCommit() {
    failOnInsert("PERFORM pg_terminate_backend(pg_backend_pid());");
    var user = SampleUsers.user();
    assertUnavailable(() -> stores.users().register(user, HASH, Consequences.NONE));
    Postgres.execute(database, "DROP TRIGGER fail ON auth.users");

    var registration = stores.users().register(user, HASH, Consequences.NONE);

    assertThat(registration).isEqualTo(Registration.REGISTERED);
  }

  @Test
  @Tag("C158")
  void dropsAConnectionWhoseServerOnlyReads() {
    var pid = pooledBackend();
    failOnInsert("IF pg_backend_pid() = %s THEN %s END IF;".formatted(pid, raise("25006")));
    assertUnavailable(() -> stores.users().register(SampleUsers.user(), HASH, Consequences.NONE));

    var registration = stores.users().register(SampleUsers.user(), HASH, Consequences.NONE);

    assertThat(registration).isEqualTo(Registration.REGISTERED);
  }

  @ParameterizedTest
  @CsvSource({"lock_timeout", "statement_timeout"})
  @Tag("C155")
  void doesNotWaitForALockForLong(String timeout) throws SQLException {
    useOptions("-c " + timeout + "=200");
    var user = registered();

    try (var connection = Postgres.connect(database);
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE auth.users");

      assertUnavailable(() -> stores.users().find(user.id()));
      assertUnavailable(() -> stores.users().update(user.deactivated(), NOW, Consequences.NONE));
    }
    assertThat(stores.users().find(user.id())).contains(user);
  }

  @Test
  @Tag("C153")
  void doesNotWaitForAConnectionForLong() throws Exception {
    var samples = new SampleSessions(stores.users(), stores.sessions());
    var token = samples.open(samples.register(), NOW).first();

    try (var connection = Postgres.connect(database);
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SELECT FROM auth.session FOR UPDATE");
      var waiting =
          Thread.ofPlatform()
              .start(
                  () -> stores.sessions().rotate(rotation(token, NOW, GRACE), Consequences.NONE));
      Postgres.awaitLockWait(database);

      assertUnavailable(() -> stores.users().find(SampleUsers.user().id()));

      connection.rollback();
      waiting.join();
    }
    assertThat(samples.rotate(token, NOW)).isInstanceOf(Rotated.Concurrent.class);
  }

  private static void assertUnavailable(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Unavailable.class,
            unavailable -> {
              assertThat(unavailable.retryAfter()).isGreaterThan(Duration.ZERO);
              assertThat(unavailable).hasMessage("the database cannot answer now");
            });
  }

  private User registered() {
    return new SampleSessions(stores.users(), stores.sessions()).register();
  }

  /// The server's process behind the pool's only connection.
  private String pooledBackend() {
    registered();
    return Postgres.query(
            database,
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                + " AND pid <> pg_backend_pid()")
        .orElseThrow();
  }

  private void failOnInsert(String body) {
    Postgres.execute(
        database,
        """
        CREATE SEQUENCE auth.attempts;
        CREATE FUNCTION auth.fail() RETURNS trigger LANGUAGE plpgsql
          AS $$ BEGIN %s RETURN NEW; END $$;
        CREATE TRIGGER fail BEFORE INSERT ON auth.users FOR EACH ROW EXECUTE FUNCTION auth.fail();
        """
            .formatted(body));
  }

  private static String raise(String state) {
    return "RAISE SQLSTATE '%s' USING MESSAGE = 'SELECT secret FROM somewhere';".formatted(state);
  }

  private void useOptions(String options) {
    stores.close();
    var url = database.url().replaceAll("options=[^&]*", "options=" + options.replace(" ", "+"));
    stores = JdbcStores.on(new Database(url, database.user(), database.password()), pool(1));
  }

  private static Map<String, Object> pool(int size) {
    return Map.of(
        "datasources.default.maximum-pool-size",
        size,
        "datasources.default.connection-timeout",
        500);
  }
}
