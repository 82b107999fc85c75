package dev.latchkey.testkit.session;

import static dev.latchkey.testkit.sample.SampleSessions.GRACE;
import static dev.latchkey.testkit.sample.SampleSessions.IDLE;
import static dev.latchkey.testkit.sample.SampleSessions.digest;
import static dev.latchkey.testkit.sample.SampleSessions.rotation;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.LiveSession;
import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.domain.session.Rotated;
import dev.latchkey.domain.session.Rotation;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.store.StoresUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What becomes of a spent token that comes back.
public interface TokenReuseContract extends StoresUnderTest {

  @Test
  default void answersTheParentWithTheSameSuccessorUntilTheGraceIsOver() {
    var user = samples().register();
    var opening = samples().open(user, NOW);
    var successor = samples().refresh(opening.first(), NOW);

    var rotated = samples().rotate(opening.first(), NOW.plus(GRACE));

    var live = new LiveSession(opening.session().used(NOW, NOW.plus(IDLE)), user.loggedIn(NOW));
    assertThat(rotated)
        .isInstanceOfSatisfying(
            Rotated.Concurrent.class,
            concurrent -> {
              assertThat(concurrent.successor()).isEqualTo(successor);
              assertThat(concurrent.live().user()).isEqualTo(live.user());
              assertThat(concurrent.live().session().id()).isEqualTo(live.session().id());
            });
    assertThat(samples().rotate(successor, NOW.plus(GRACE))).isInstanceOf(Rotated.Spent.class);
  }

  @Test
  default void givesTheSuccessorBackAsItWasStored() {
    var first = samples().open(samples().register(), NOW).first();
    var issued = NOW.plusSeconds(7);
    var expires = NOW.plusSeconds(4711).truncatedTo(ChronoUnit.SECONDS);
    var successor =
        new RefreshClaims(
            UUID.randomUUID(), first.session(), first.user(), issued, expires, "key-2");
    sessions()
        .rotate(
            new Rotation(
                first, digest(first), successor, digest(successor), NOW, NOW.plus(IDLE), GRACE),
            Consequences.NONE);

    var rotated = samples().rotate(first, NOW);

    assertThat(rotated)
        .isInstanceOfSatisfying(
            Rotated.Concurrent.class,
            concurrent -> assertThat(concurrent.successor()).isEqualTo(successor));
  }

  @Test
  default void storesNoSecondBranch() {
    var first = samples().open(samples().register(), NOW).first();
    samples().refresh(first, NOW);
    var refused = rotation(first, NOW, GRACE);

    sessions().rotate(refused, Consequences.NONE);

    assertThat(samples().rotate(refused.successor(), NOW)).isInstanceOf(Rotated.Unknown.class);
  }

  @Test
  default void takesATokenForConcurrentWhereTheOtherNodesClockIsAhead() {
    var first = samples().open(samples().register(), NOW).first();
    samples().refresh(first, NOW.plusSeconds(5));

    var rotated = samples().rotate(first, NOW.plusSeconds(4));

    assertThat(rotated).isInstanceOf(Rotated.Concurrent.class);
  }

  @Test
  @Tag("C073")
  default void endsTheSessionWhenAnOldTokenComesBack() {
    var first = samples().open(samples().register(), NOW).first();
    var successor = samples().refresh(first, NOW);
    var tooLate = NOW.plus(GRACE).plusNanos(1000);

    var rotated = samples().rotate(first, tooLate);

    assertThat(rotated).isInstanceOf(Rotated.Reused.class);
    assertEndedForReuse(first.session(), tooLate);
    assertThat(samples().rotate(successor, tooLate)).isInstanceOf(Rotated.Ended.class);
    assertThat(samples().rotate(first, tooLate)).isInstanceOf(Rotated.Ended.class);
  }

  @Test
  default void doesNotProlongTheGraceByAnsweringWithinIt() {
    var first = samples().open(samples().register(), NOW).first();
    samples().refresh(first, NOW);
    var within = samples().rotate(first, NOW.plusSeconds(20));

    var rotated = samples().rotate(first, NOW.plusSeconds(40));

    assertThat(within).isInstanceOf(Rotated.Concurrent.class);
    assertThat(rotated).isInstanceOf(Rotated.Reused.class);
  }

  @Test
  @Tag("C072")
  default void isStrictWhereThereIsNoGrace() {
    var first = samples().open(samples().register(), NOW).first();
    samples().refresh(first, NOW);

    var rotated = sessions().rotate(rotation(first, NOW, Duration.ZERO), Consequences.NONE);

    assertThat(rotated).isInstanceOf(Rotated.Reused.class);
    assertEndedForReuse(first.session(), NOW);
  }

  @Test
  @Tag("C074")
  default void endsTheSessionWhenTheSuccessorWasUsedAlready() {
    var first = samples().open(samples().register(), NOW).first();
    var second = samples().refresh(first, NOW.plusSeconds(1));
    samples().refresh(second, NOW.plusSeconds(2));

    var rotated = samples().rotate(first, NOW.plusSeconds(3));

    assertThat(rotated).isInstanceOf(Rotated.Reused.class);
    assertEndedForReuse(first.session(), NOW.plusSeconds(3));
  }

  @Test
  default void keepsTheParentConcurrentWhenTheGrandparentWasSpentLongAgo() {
    var first = samples().open(samples().register(), NOW).first();
    var second = samples().refresh(first, NOW);
    var third = samples().refresh(second, NOW.plusSeconds(100));

    var rotated = samples().rotate(second, NOW.plusSeconds(110));

    assertThat(rotated)
        .isInstanceOfSatisfying(
            Rotated.Concurrent.class,
            concurrent -> assertThat(concurrent.successor()).isEqualTo(third));
  }

  @Test
  @Tag("C073")
  default void leavesTheUsersOtherSessionsAloneWhenATokenIsReused() {
    var user = samples().register();
    var other = samples().open(user, NOW);
    var first = samples().open(user, NOW).first();
    samples().refresh(first, NOW);

    sessions().rotate(rotation(first, NOW, Duration.ZERO), Consequences.NONE);

    assertThat(samples().rotate(other.first(), NOW)).isInstanceOf(Rotated.Spent.class);
  }

  private void assertEndedForReuse(SessionId id, Instant now) {
    assertThat(sessions().findLive(id, now)).isEmpty();
    assertThat(endReason(id)).contains(EndReason.TOKEN_REUSED);
  }

  private SampleSessions samples() {
    return new SampleSessions(users(), sessions());
  }
}
