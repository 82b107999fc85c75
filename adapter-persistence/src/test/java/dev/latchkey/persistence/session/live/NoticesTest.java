package dev.latchkey.persistence.session.live;

import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static dev.latchkey.testkit.sample.SampleSessions.OTHER_HASH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.domain.housekeeping.Remains;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.Housekeeping;
import dev.latchkey.domain.port.OpeningConsequences;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.LiveSession;
import dev.latchkey.domain.session.Opening;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.User;
import dev.latchkey.persistence.Database;
import dev.latchkey.persistence.JdbcStores;
import dev.latchkey.persistence.Postgres;
import dev.latchkey.persistence.Wire;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleUsers;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/// What one node does reaches what another remembers.
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticesTest {
  // The real time, by which the database goes where rows are removed.
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

  private final Database database = Postgres.createMigrated();
  private final JdbcStores one = JdbcStores.on(database);
  private final JdbcStores other = JdbcStores.on(database);
  private final SampleSessions samples = new SampleSessions(one.users(), one.sessions());

  @BeforeAll
  void listen() {
    other.context().getBean(Notices.class).start();
    awaitHearing(other);
  }

  @AfterAll
  void close() {
    other.close();
    one.close();
  }

  @Test
  void hearsOfALogOut() {
    var user = samples.register();
    var ended = remembered(user);
    var living = remembered(user);

    one.sessions().end(user.id(), id(ended), EndReason.LOGGED_OUT, now, Consequences.NONE);

    assertForgotten(ended);
    assertThat(peek(living)).isPresent();
  }

  @Test
  void hearsOfALogOutEverywhereAChangedPasswordADeactivationAndAPurge() {
    var users = List.of(register(), register(), register(), register());
    var sessions = users.stream().map(this::remembered).toList();

    one.sessions().endAll(users.get(0).id(), EndReason.LOGGED_OUT, now, Consequences.NONE);
    one.users().changePassword(users.get(1).id(), HASH, OTHER_HASH, null, now, Consequences.NONE);
    one.users().update(current(users.get(2)).deactivated(), now, Consequences.NONE);
    one.users().purge(users.get(3).id(), Consequences.NONE);

    sessions.forEach(this::assertForgotten);
  }

  @Test
  void hearsOfATokenThatCameBack() {
    var session = remembered(register());
    samples.refresh(samples.refresh(session.first(), now), now);

    samples.rotate(session.first(), now);

    assertForgotten(session);
  }

  @Test
  void hearsOfAnotherRole() {
    var user = register();
    var session = remembered(user);

    one.users()
        .update(
            SampleUsers.withRole(current(user), new RoleName("customer")), now, Consequences.NONE);

    await().until(() -> found(session).user().equals(current(user)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE auth.session SET revoked_at = now(), revoke_reason = 'BY_HAND' WHERE id = '%1$s'",
        "UPDATE auth.session SET expires_at = created_at + interval '1 s' WHERE id = '%1$s'",
        "UPDATE auth.session SET idle_until = created_at WHERE id = '%1$s'",
        "UPDATE auth.session SET user_id = (SELECT id FROM auth.users WHERE id <> '%2$s' LIMIT 1)"
            + " WHERE id = '%1$s'",
        "UPDATE auth.session SET created_at = created_at - interval '1 s' WHERE id = '%1$s'",
        "UPDATE auth.session SET user_agent = 'other' WHERE id = '%1$s'",
        "UPDATE auth.session SET ip = '198.51.100.1' WHERE id = '%1$s'",
        "DELETE FROM auth.session WHERE id = '%1$s'",
        "UPDATE auth.users SET email = 'other' || email WHERE id = '%2$s'",
        "UPDATE auth.users SET username = 'by-hand' WHERE id = '%2$s'",
        "UPDATE auth.users SET name = 'x', name_folded = 'x' WHERE id = '%2$s'",
        "UPDATE auth.users SET image_url = 'https://x.example/' WHERE id = '%2$s'",
        "UPDATE auth.users SET role = 'by-hand' WHERE id = '%2$s'",
        "UPDATE auth.users SET is_active = false WHERE id = '%2$s'",
        "UPDATE auth.users SET is_verified = NOT is_verified WHERE id = '%2$s'",
        "UPDATE auth.users SET created_at = now() WHERE id = '%2$s'",
        "UPDATE auth.users SET updated_at = now() WHERE id = '%2$s'",
        "UPDATE auth.users SET version = version + 1 WHERE id = '%2$s'",
        "DELETE FROM auth.users WHERE id = '%2$s'",
        "TRUNCATE auth.users CASCADE",
        "NOTIFY latchkey, 'of a kind that is not known here'",
      })
  void hearsOfWhatIsDoneByHand(String sql) {
    var session = remembered(register());

    Postgres.execute(database, sql.formatted(id(session), session.session().user()));

    await().until(() -> peek(session).isEmpty());
  }

  @Test
  void isToldNothingOfLogInsRefreshesAndWhatIsTidiedUp() throws SQLException {
    var user = register();
    var ended = samples.open(user, now);
    one.sessions().end(user.id(), id(ended), EndReason.LOGGED_OUT, now, Consequences.NONE);
    try (var connection = Postgres.connect(database);
        var statement = connection.createStatement()) {
      statement.execute("LISTEN latchkey");

      var renewed = SampleSessions.opening(user, now.plusSeconds(1), HASH, OTHER_HASH, 50);
      one.sessions().open(renewed, OpeningConsequences.NONE);
      samples.refresh(renewed.first(), now.plusSeconds(2));
      tidyUp();
      Postgres.execute(database, "NOTIFY latchkey, 'end'");

      assertThat(noticesUntilTheEnd(connection.unwrap(PGConnection.class))).isEmpty();
    }
    assertThat(one.endReason(id(ended))).isEmpty();
  }

  private void tidyUp() {
    var housekeeping = one.context().getBean(Housekeeping.class);
    for (var what : List.of(Remains.TOKENS, Remains.SESSIONS)) {
      while (housekeeping.remove(what, now.plusSeconds(1), 1_000) > 0) {}
    }
  }

  private static List<String> noticesUntilTheEnd(PGConnection connection) throws SQLException {
    var heard = new ArrayList<String>();
    while (true) {
      for (var notice : connection.getNotifications(10_000)) {
        if (notice.getParameter().equals("end")) {
          return heard;
        }
        if (!notice.getParameter().startsWith("beat ")) {
          heard.add(notice.getParameter());
        }
      }
    }
  }

  @Test
  void readsWhileItsConnectionIsGoneAndBeginsAnew() {
    var session = remembered(register());

    Postgres.execute(
        database,
        """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = '%s'
        """
            .formatted(Notices.NAME));
    one.sessions()
        .end(session.session().user(), id(session), EndReason.LOGGED_OUT, now, Consequences.NONE);

    assertForgotten(session);
    awaitHearing(other);
    remembered(register());
  }

  @Test
  void believesNothingOnceItHearsNothingAndHearsAgain() throws IOException {
    try (var wire = new Wire(database);
        var deafened = JdbcStores.on(database)) {
      var notices = notices(deafened, wire.database());
      notices.start();
      awaitHearing(deafened);
      var session = samples.open(register(), now);
      assertThat(deafened.sessions().findLive(id(session), now)).isPresent();
      assertThat(deafened.sessions().peekLive(id(session), now)).isPresent();

      wire.silence(true);
      one.sessions()
          .end(session.session().user(), id(session), EndReason.LOGGED_OUT, now, Consequences.NONE);

      await().until(() -> deafened.sessions().peekLive(id(session), now).isEmpty());
      assertThat(deafened.sessions().findLive(id(session), now)).isEmpty();
      wire.silence(false);
      awaitHearing(deafened);
      notices.close();
    }
  }

  /// As behind a pooler that gives the connection to others between two statements.
  @Test
  void neverBelievesWhereNothingComesThrough() {
    var elsewhere = Postgres.createDatabase();
    try (var deaf = JdbcStores.on(database)) {
      var notices = notices(deaf, elsewhere);
      notices.start();
      var session = samples.open(register(), now);
      await().until(() -> isListening(elsewhere));

      assertThat(deaf.sessions().findLive(id(session), now)).isPresent();
      assertThat(deaf.sessions().peekLive(id(session), now)).isEmpty();
      assertThat(deaf.context().getBean(LiveSessions.class).size()).isZero();
      notices.close();
    }
  }

  private static boolean isListening(Database database) {
    return Postgres.query(
            database,
            """
            SELECT 1 FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = '%s'
              AND query = 'LISTEN latchkey' AND state = 'idle'
            """
                .formatted(Notices.NAME))
        .isPresent();
  }

  /// The notices of this node, heard by another way than the one that its pool goes.
  private static Notices notices(JdbcStores node, Database way) {
    var context = node.context();
    var configuration = new DatasourceConfiguration("listener");
    configuration.setJdbcUrl(way.url());
    configuration.setUsername(way.user());
    configuration.setPassword(way.password());
    return new Notices(
        context.getBean(LiveSessions.class), context.getBean(Beats.class), configuration);
  }

  private static void awaitHearing(JdbcStores node) {
    await().until(() -> node.context().getBean(LiveSessions.class).hears());
  }

  private User register() {
    return samples.register();
  }

  private User current(User user) {
    return one.users().find(user.id()).orElseThrow();
  }

  /// A session of which the other node knows without asking.
  private Opening remembered(User user) {
    var opening = samples.open(user, now);
    await().until(() -> other.sessions().findLive(id(opening), now).equals(peek(opening)));
    return opening;
  }

  private Optional<LiveSession> peek(Opening opening) {
    return other.sessions().peekLive(id(opening), now);
  }

  private LiveSession found(Opening opening) {
    return other.sessions().findLive(id(opening), now).orElseThrow();
  }

  /// The other node hears of it, and from then on takes it for ended.
  private void assertForgotten(Opening opening) {
    await().until(() -> other.sessions().findLive(id(opening), now).isEmpty());
    assertThat(peek(opening)).isEmpty();
    assertThat(other.sessions().findLive(id(opening), now)).isEmpty();
  }

  private static SessionId id(Opening opening) {
    return opening.session().id();
  }
}
