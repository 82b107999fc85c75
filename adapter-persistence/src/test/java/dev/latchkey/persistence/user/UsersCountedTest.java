package dev.latchkey.persistence.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.port.Consequences;
import dev.latchkey.persistence.Database;
import dev.latchkey.persistence.JdbcStores;
import dev.latchkey.persistence.Postgres;
import dev.latchkey.testkit.race.Race;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleUsers;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// The counts of users that triggers keep, whoever writes.
class UsersCountedTest {
  private static final String INSERT =
      """
      INSERT INTO auth.users (id, email, email_canonical, role, is_active, is_verified,
        created_at, updated_at, version)
      SELECT gen_random_uuid(), email, email, CASE WHEN n %% 3 = 0 THEN 'staff' ELSE 'user' END,
        n %% 2 = 0, n %% 5 = 0, now(), now(), 0
      FROM generate_series(1, %d) n, LATERAL (SELECT n || '@example.test' AS email)
      ON CONFLICT DO NOTHING
      """;

  private static final String TRUE_COUNTS =
      counts("SELECT role, is_active, is_verified, count(*) AS n FROM auth.users GROUP BY 1, 2, 3");
  private static final String KEPT_COUNTS =
      counts(
          """
          SELECT role, is_active, is_verified, sum(users)::bigint AS n FROM auth.users_counted
          GROUP BY 1, 2, 3 HAVING sum(users) <> 0
          """);

  private final Database database = Postgres.createMigrated();

  @Test
  void followsEveryWayOfWriting() {
    assertCountsAfter(INSERT.formatted(300));
    assertCountsAfter(INSERT.formatted(500));
    assertCountsAfter("UPDATE auth.users SET role = 'customer' WHERE role = 'staff'");
    assertCountsAfter("UPDATE auth.users SET is_active = true, is_verified = NOT is_verified");
    assertCountsAfter("UPDATE auth.users SET role = 'staff' WHERE email < '2'");
    assertCountsAfter("UPDATE auth.users SET last_login = now()");
    assertCountsAfter("DELETE FROM auth.users WHERE role = 'customer'");
    assertCountsAfter("TRUNCATE auth.users CASCADE");
    assertThat(kept()).isEqualTo("none");
  }

  @Test
  void countsWhatIsCommitted() throws SQLException {
    Postgres.execute(database, INSERT.formatted(10));

    try (var connection = Postgres.connect(database);
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("DELETE FROM auth.users WHERE role = 'user'");
      assertThat(kept()).isEqualTo(truth());
      connection.rollback();
    }

    assertThat(kept()).isEqualTo(truth());
  }

  @Test
  void waitsForNobody() throws SQLException {
    try (var stores = JdbcStores.on(database);
        var connection = Postgres.connect(database);
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(INSERT.formatted(10));
      statement.execute("UPDATE auth.users SET is_verified = NOT is_verified");
      register(stores, 200);
      connection.commit();
    }

    assertThat(kept()).isEqualTo(truth());
  }

  @Test
  void addsUpWhatManyWriteAtOnce() {
    try (var stores = JdbcStores.on(database)) {
      Callable<Boolean> node = () -> register(stores, 100);

      Race.among(Collections.nCopies(8, node));
      Postgres.execute(database, "UPDATE auth.users SET is_verified = true");

      assertThat(kept()).isEqualTo(truth());
      assertThat(isSummedAfter(2_000)).isTrue();
      assertThat(kept()).isEqualTo(truth());
    }
  }

  /// One statement in some thirty sums, whether it changes anything or not.
  private boolean isSummedAfter(int statements) {
    var summed = false;
    for (var i = 0; i < statements && !summed; i++) {
      Postgres.execute(database, "UPDATE auth.users SET role = role WHERE false");
      summed =
          Postgres.query(database, "SELECT count(*) < 5 FROM auth.users_counted")
              .equals(Optional.of("t"));
    }
    return summed;
  }

  @Test
  void canBePutRight() {
    Postgres.execute(database, INSERT.formatted(10));
    Postgres.execute(database, "UPDATE auth.users_counted SET users = users + 7");
    Postgres.execute(
        database, "INSERT INTO auth.users_counted VALUES (DEFAULT, 'gone', true, true, 3)");

    assertCountsAfter("SELECT auth.recount_users()");
  }

  private static boolean register(JdbcStores stores, int users) {
    for (var i = 0; i < users; i++) {
      stores.users().register(SampleUsers.user(), SampleSessions.HASH, Consequences.NONE);
    }
    return true;
  }

  private void assertCountsAfter(String sql) {
    Postgres.execute(database, sql);
    assertThat(kept()).as(sql).isEqualTo(truth());
  }

  private String kept() {
    return Postgres.query(database, KEPT_COUNTS).orElse("none");
  }

  private String truth() {
    return Postgres.query(database, TRUE_COUNTS).orElse("none");
  }

  private static String counts(String rows) {
    return "SELECT string_agg(r::text, ' ' ORDER BY r::text) FROM (" + rows + ") r";
  }
}
