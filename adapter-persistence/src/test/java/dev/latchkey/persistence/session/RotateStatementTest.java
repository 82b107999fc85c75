package dev.latchkey.persistence.session;

import static dev.latchkey.testkit.sample.SampleSessions.GRACE;
import static dev.latchkey.testkit.sample.SampleSessions.IDLE;
import static dev.latchkey.testkit.sample.SampleSessions.rotation;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.Opening;
import dev.latchkey.domain.session.Rotated;
import dev.latchkey.domain.session.Rotation;
import dev.latchkey.persistence.JdbcStores;
import dev.latchkey.persistence.Postgres;
import dev.latchkey.testkit.sample.SampleSessions;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Several rotations in one statement.
@Timeout(60)
class RotateStatementTest {
  private static final Instant LATER = NOW.plusSeconds(1);

  private final JdbcStores stores = JdbcStores.open();
  private final SampleSessions samples = new SampleSessions(stores.users(), stores.sessions());
  private final RotateStatement statement = stores.context().getBean(RotateStatement.class);

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void rotatesEachThatMayBeAndLeavesTheOthersAsTheyAre() {
    var good = open();
    var spent = open();
    samples.refresh(spent.first(), NOW);
    var ended = open();
    stores
        .sessions()
        .end(
            ended.session().user(),
            ended.session().id(),
            EndReason.LOGGED_OUT,
            NOW,
            Consequences.NONE);
    var idle = open();
    var deactivated = open();
    Postgres.execute(
        stores.database(),
        "UPDATE auth.users SET is_active = false WHERE id = '%s'"
            .formatted(deactivated.session().user()));
    var forged = open();
    var last = open();

    var rotated =
        statement.rotate(
            List.of(
                rotated(good),
                rotated(spent),
                rotated(ended),
                rotation(idle.first(), NOW.plus(IDLE), GRACE),
                rotated(deactivated),
                withDigestOf(rotated(forged), good),
                rotated(last)));

    assertThat(rotated)
        .extracting(Optional::isPresent)
        .containsExactly(true, false, false, false, false, false, true);
    assertThat(rotated.getFirst().orElseThrow().toSession().id()).isEqualTo(good.session().id());
    assertThat(rotated.getLast().orElseThrow().toSession().id()).isEqualTo(last.session().id());
    assertThat(samples.rotate(forged.first(), LATER)).isInstanceOf(Rotated.Spent.class);
    assertThat(samples.rotate(idle.first(), LATER)).isInstanceOf(Rotated.Spent.class);
  }

  @Test
  void notesOfEachSessionItsOwnTimes() {
    var openings = List.of(open(), open(), open());
    var rotations =
        IntStream.range(0, openings.size())
            .mapToObj(i -> rotation(openings.get(i).first(), NOW.plusSeconds(i + 1), GRACE))
            .toList();

    statement.rotate(rotations);

    assertThat(rotations)
        .allSatisfy(rotation -> {
          var session =
              stores
                  .sessions()
                  .findLive(rotation.presented().session(), NOW)
                  .orElseThrow()
                  .session();
          assertThat(session.lastUsedAt()).isEqualTo(rotation.now());
          assertThat(session.idleUntil()).isEqualTo(rotation.idleUntil());
        });
  }

  @Test
  void servesTheOthersWhereOnesUserCannotBeRead() {
    var good = open();
    var broken = open();
    Postgres.execute(
        stores.database(),
        "UPDATE auth.users SET username = 'support' WHERE id = '%s'"
            .formatted(broken.session().user()));

    var rotated = statement.rotate(List.of(rotated(broken), rotated(good)));

    assertThat(rotated.getLast().orElseThrow().toLive().user().id())
        .isEqualTo(good.session().user());
    assertThatThrownBy(() -> rotated.getFirst().orElseThrow().toLive())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void spendsATokenOnceThatIsPresentedTwice() {
    var opening = open();
    var rotations = List.of(rotated(opening), rotated(opening));

    var rotated = statement.rotate(rotations);

    assertThat(rotated).filteredOn(Optional::isPresent).hasSize(1);
    var winner = rotations.get(rotated.get(0).isPresent() ? 0 : 1);
    var loser = rotations.get(rotated.get(0).isPresent() ? 1 : 0);
    assertThat(samples.rotate(loser.successor(), LATER)).isInstanceOf(Rotated.Unknown.class);
    assertThat(samples.rotate(opening.first(), LATER))
        .isInstanceOfSatisfying(
            Rotated.Concurrent.class,
            concurrent -> assertThat(concurrent.successor()).isEqualTo(winner.successor()));
    assertThat(samples.rotate(winner.successor(), LATER)).isInstanceOf(Rotated.Spent.class);
  }

  @Test
  void holdsNobodyUpForASessionThatAnotherHasLocked() throws SQLException {
    var locked = open();
    var free = open();
    CompletableFuture<Rotated> waiting;
    try (var other = Postgres.connect(stores.database());
        var lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute(
          "SELECT FROM auth.session WHERE id = '%s' FOR UPDATE".formatted(locked.session().id()));

      var rotated = statement.rotate(List.of(rotated(locked), rotated(free)));
      waiting = CompletableFuture.supplyAsync(() -> samples.rotate(locked.first(), LATER));

      assertThat(rotated).extracting(Optional::isPresent).containsExactly(false, true);
      Postgres.awaitLockWait(stores.database());
      assertThat(waiting).isNotDone();
      other.commit();
    }
    assertThat(waiting.join()).isInstanceOf(Rotated.Spent.class);
  }

  @Test
  void isPlannedOnceForAllLengths() {
    var opening = open();
    Postgres.execute(
        stores.database(),
        """
        INSERT INTO auth.session (id, user_id, created_at, last_used_at, expires_at, idle_until)
        SELECT gen_random_uuid(), id, now(), now(), now() + '1 d', now() + '1 d'
        FROM auth.users, generate_series(1, 5000);
        ANALYZE auth.session, auth.users
        """);
    try (var one =
        JdbcStores.on(stores.database(), Map.of("datasources.default.maximum-pool-size", 1))) {
      var rotate = one.context().getBean(RotateStatement.class);
      for (var i = 0; i < 20; i++) {
        rotate.rotate(Collections.nCopies(1 + i % 4, rotated(opening)));
      }
      var plans =
          one.context()
              .getBean(JdbcOperations.class)
              .execute(connection -> {
                try (var statement = connection.createStatement();
                    var result =
                        statement.executeQuery(
                            "SELECT sum(generic_plans) FROM pg_prepared_statements"
                                + " WHERE statement LIKE 'WITH locked%'")) {
                  result.next();
                  return result.getInt(1);
                }
              });
      assertThat(plans).isPositive();
    }
  }

  private Opening open() {
    return samples.open(samples.register(), NOW);
  }

  private static Rotation rotated(Opening opening) {
    return rotation(opening.first(), LATER, GRACE);
  }

  private static Rotation withDigestOf(Rotation rotation, Opening other) {
    return new Rotation(
        rotation.presented(),
        other.digest(),
        rotation.successor(),
        rotation.successorDigest(),
        rotation.now(),
        rotation.idleUntil(),
        rotation.grace());
  }
}
