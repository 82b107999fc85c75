package dev.latchkey.testkit.session;

import static dev.latchkey.testkit.sample.SampleSessions.GRACE;
import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static dev.latchkey.testkit.sample.SampleSessions.OTHER_HASH;
import static dev.latchkey.testkit.sample.SampleSessions.rotation;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.domain.session.Rotated;
import dev.latchkey.domain.session.Rotation;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.testkit.race.Race;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleUsers;
import dev.latchkey.testkit.store.StoresUnderTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Rotations at the same time as other rotations, and as what ends the session.
public interface RotationRaceContract extends StoresUnderTest {

  @Test
  @Tag("C072")
  default void letsOneOfManyRotationsSpendTheToken() {
    for (var round = 0; round < rounds(); round++) {
      var first = samples().open(samples().register(), NOW).first();
      var rotations = rotations(64, first, GRACE);

      var rotated = race(rotations);

      var winner = rotated.stream().filter(Rotated.Spent.class::isInstance).toList();
      assertThat(winner).hasSize(1);
      var successor = rotations.get(rotated.indexOf(winner.get(0))).successor();
      assertThat(rotated)
          .filteredOn(outcome -> !(outcome instanceof Rotated.Spent))
          .allSatisfy(outcome ->
              assertThat(outcome)
                  .isInstanceOfSatisfying(
                      Rotated.Concurrent.class,
                      other -> assertThat(other.successor()).isEqualTo(successor)));
      assertOnlyOneIsUnspent(rotations, successor);
    }
  }

  private void assertOnlyOneIsUnspent(List<Rotation> rotations, RefreshClaims successor) {
    assertThat(rotations)
        .extracting(Rotation::successor)
        .filteredOn(proposed -> !proposed.equals(successor))
        .allSatisfy(proposed ->
            assertThat(samples().rotate(proposed, NOW)).isInstanceOf(Rotated.Unknown.class));
    assertThat(samples().rotate(successor, NOW)).isInstanceOf(Rotated.Spent.class);
  }

  @Test
  @Tag("C072")
  default void endsTheSessionWhereManyRotateWithoutGrace() {
    for (var round = 0; round < rounds(); round++) {
      var first = samples().open(samples().register(), NOW).first();

      var rotated = race(rotations(8, first, Duration.ZERO));

      var outcomes = rotated.stream().collect(groupingBy(Object::getClass, Collectors.counting()));
      assertThat(outcomes)
          .containsEntry(Rotated.Spent.class, 1L)
          .containsEntry(Rotated.Reused.class, 1L)
          .containsEntry(Rotated.Ended.class, 6L);
      assertThat(endReason(first.session())).contains(EndReason.TOKEN_REUSED);
    }
  }

  /// Stores may serve calls that come at once together.
  @Test
  default void givesEachOfManySessionsItsOwnAnswer() {
    for (var round = 0; round < rounds(); round++) {
      var openings =
          Stream.generate(() -> samples().open(samples().register(), NOW)).limit(24).toList();
      var ended = openings.get(round % openings.size()).session();
      sessions().endAll(ended.user(), EndReason.LOGGED_OUT, NOW, Consequences.NONE);
      var rotations =
          openings.stream().map(opening -> rotation(opening.first(), NOW, GRACE)).toList();

      var rotated = race(rotations);

      for (var i = 0; i < openings.size(); i++) {
        var session = openings.get(i).session();
        if (!session.equals(ended)) {
          assertOwn(session, rotated.get(i));
          assertThat(samples().rotate(rotations.get(i).successor(), NOW))
              .isInstanceOf(Rotated.Spent.class);
        }
      }
      assertThat(rotated).filteredOn(Rotated.Ended.class::isInstance).hasSize(1);
    }
  }

  private static void assertOwn(Session session, Rotated rotated) {
    assertThat(rotated)
        .isInstanceOfSatisfying(
            Rotated.Spent.class,
            spent -> {
              assertThat(spent.live().session().id()).isEqualTo(session.id());
              assertThat(spent.live().user().id()).isEqualTo(session.user());
            });
  }

  @Test
  @Tag("C082")
  default void rotatesNothingAfterALogOutMeanwhile() {
    raceAgainst(session ->
        sessions().end(session.user(), session.id(), EndReason.LOGGED_OUT, NOW, Consequences.NONE));
  }

  @Test
  @Tag("C082")
  default void rotatesNothingAfterALogOutEverywhereMeanwhile() {
    raceAgainst(
        session -> sessions().endAll(session.user(), EndReason.LOGGED_OUT, NOW, Consequences.NONE));
  }

  @Test
  @Tag("C082")
  default void rotatesNoneOfManySessionsAfterALogOutEverywhereMeanwhile() {
    for (var round = 0; round < rounds(); round++) {
      var user = samples().register();
      var openings = Stream.generate(() -> samples().open(user, NOW)).limit(8).toList();
      var rotations =
          openings.stream().map(opening -> rotation(opening.first(), NOW, GRACE)).toList();
      Callable<Rotated> end =
          () -> {
            sessions().endAll(user.id(), EndReason.LOGGED_OUT, NOW, Consequences.NONE);
            return new Rotated.Ended();
          };

      Race.among(Stream.concat(calls(rotations), Stream.of(end)).toList());

      assertThat(sessions().list(user.id(), NOW)).isEmpty();
      assertThat(successors(rotations))
          .allSatisfy(token ->
              assertThat(samples().rotate(token, NOW))
                  .isInstanceOfAny(Rotated.Ended.class, Rotated.Unknown.class));
    }
  }

  @Test
  @Tag("C082")
  default void rotatesNothingAfterALogOutElsewhereMeanwhile() {
    var elsewhere = new SessionId(UUID.randomUUID());
    raceAgainst(session ->
        sessions()
            .endOthers(session.user(), elsewhere, EndReason.LOGGED_OUT, NOW, Consequences.NONE));
  }

  @Test
  @Tag("C116")
  default void rotatesNothingAfterADeactivationMeanwhile() {
    raceAgainst(this::deactivate, this::activate);
  }

  @Test
  @Tag("C098")
  default void rotatesNothingAfterAPasswordChangeMeanwhile() {
    raceAgainst(session ->
        users().changePassword(session.user(), HASH, OTHER_HASH, null, NOW, Consequences.NONE));
  }

  @Test
  default void rotatesNothingAfterAPurgeMeanwhile() {
    raceAgainst(session -> users().purge(session.user(), Consequences.NONE));
  }

  private void deactivate(Session session) {
    users()
        .update(users().find(session.user()).orElseThrow().deactivated(), NOW, Consequences.NONE);
  }

  private void activate(Session session) {
    users()
        .update(
            SampleUsers.activated(users().find(session.user()).orElseThrow()),
            NOW,
            Consequences.NONE);
  }

  private void raceAgainst(Consumer<Session> ending) {
    raceAgainst(ending, session -> {});
  }

  /// @param afterwards what must bring no session back to life
  private void raceAgainst(Consumer<Session> ending, Consumer<Session> afterwards) {
    for (var round = 0; round < rounds(); round++) {
      var opening = samples().open(samples().register(), NOW);
      var rotations = rotations(7, opening.first(), GRACE);
      Callable<Rotated> end =
          () -> {
            ending.accept(opening.session());
            return new Rotated.Ended();
          };

      Race.among(Stream.concat(calls(rotations), Stream.of(end)).toList());
      afterwards.accept(opening.session());

      assertThat(sessions().findLive(opening.session().id(), NOW)).isEmpty();
      assertThat(Stream.concat(Stream.of(opening.first()), successors(rotations)))
          .allSatisfy(token ->
              assertThat(samples().rotate(token, NOW))
                  .isInstanceOfAny(Rotated.Ended.class, Rotated.Unknown.class));
    }
  }

  private static List<Rotation> rotations(int number, RefreshClaims token, Duration grace) {
    return IntStream.range(0, number).mapToObj(unused -> rotation(token, NOW, grace)).toList();
  }

  private static Stream<RefreshClaims> successors(List<Rotation> rotations) {
    return rotations.stream().map(Rotation::successor);
  }

  private List<Rotated> race(List<Rotation> rotations) {
    return Race.among(calls(rotations).toList());
  }

  private Stream<Callable<Rotated>> calls(List<Rotation> rotations) {
    return rotations.stream().map(rotation -> () -> sessions().rotate(rotation, Consequences.NONE));
  }

  private SampleSessions samples() {
    return new SampleSessions(users(), sessions());
  }
}
