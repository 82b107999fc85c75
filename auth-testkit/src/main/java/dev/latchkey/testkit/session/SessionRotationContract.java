package dev.latchkey.testkit.session;

import static dev.latchkey.testkit.sample.SampleSessions.GRACE;
import static dev.latchkey.testkit.sample.SampleSessions.IDLE;
import static dev.latchkey.testkit.sample.SampleSessions.LIFETIME;
import static dev.latchkey.testkit.sample.SampleSessions.rotation;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.LiveSession;
import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.domain.session.RefreshToken;
import dev.latchkey.domain.session.Rotated;
import dev.latchkey.domain.session.Rotation;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleUsers;
import dev.latchkey.testkit.store.StoresUnderTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How an unspent token is spent, and what keeps it from being spent.
public interface SessionRotationContract extends StoresUnderTest {

  @Test
  default void spendsATokenAndAnswersTheRefreshedSession() {
    var user = samples().register();
    var opening = samples().open(user, NOW);
    var later = NOW.plusSeconds(60);

    var rotated = samples().rotate(opening.first(), later);

    var live = new LiveSession(opening.session().used(later, later.plus(IDLE)), user.loggedIn(NOW));
    assertThat(rotated).isEqualTo(new Rotated.Spent(live));
    assertThat(sessions().findLive(opening.session().id(), later)).contains(live);
  }

  @Test
  @Tag("C071")
  default void spendsOneTokenAfterTheOther() {
    var opening = samples().open(samples().register(), NOW);

    var token = opening.first();
    for (var i = 1; i <= 100; i++) {
      token = samples().refresh(token, NOW.plusSeconds(i));
    }

    assertThat(sessions().findLive(opening.session().id(), NOW.plusSeconds(100))).isPresent();
  }

  @Test
  @Tag("C076")
  default void neverMovesTheEndOfASession() {
    var opening = samples().open(samples().register(), NOW);
    var end = NOW.plus(LIFETIME);

    var token = opening.first();
    for (var days = 10; days < 30; days += 10) {
      token = samples().refresh(token, NOW.plus(Duration.ofDays(days)));
    }
    token = samples().refresh(token, end.minusMillis(1));

    assertThat(samples().rotate(token, end)).isInstanceOf(Rotated.Expired.class);
  }

  @Test
  @Tag("C075")
  default void rotatesUntilTheSessionWasIdleTooLong() {
    var inTime = samples().open(samples().register(), NOW);
    var late = samples().open(samples().register(), NOW);

    var rotatedInTime = samples().rotate(inTime.first(), NOW.plus(IDLE).minusMillis(1));
    var rotatedLate = samples().rotate(late.first(), NOW.plus(IDLE));

    assertThat(rotatedInTime).isInstanceOf(Rotated.Spent.class);
    assertThat(rotatedLate).isInstanceOf(Rotated.Expired.class);
    assertThat(endReason(late.session().id())).isEmpty();
  }

  @Test
  default void takesASpentTokenOfASessionThatHasRunOutForNoReuse() {
    var opening = samples().open(samples().register(), NOW);
    samples().refresh(opening.first(), NOW);

    var rotated = samples().rotate(opening.first(), NOW.plus(LIFETIME));

    assertThat(rotated).isInstanceOf(Rotated.Expired.class);
    assertThat(endReason(opening.session().id())).isEmpty();
  }

  @Test
  @Tag("C118")
  default void answersWithTheUsersPresentRole() {
    var user = samples().register();
    var opening = samples().open(user, NOW);
    users().update(SampleUsers.withRole(user, new RoleName("customer")), NOW, Consequences.NONE);

    var rotated = samples().rotate(opening.first(), NOW);

    assertThat(rotated)
        .isInstanceOfSatisfying(
            Rotated.Spent.class,
            spent -> assertThat(spent.live().user().role().value()).isEqualTo("customer"));
  }

  @Test
  @Tag("C077")
  default void knowsNoTokenThatWasNeverIssued() {
    var opening = samples().open(samples().register(), NOW);
    var known = opening.first();
    var invented =
        new RefreshClaims(
            UUID.randomUUID(),
            known.session(),
            known.user(),
            known.issuedAt(),
            known.expiresAt(),
            known.keyId());

    var rotated = samples().rotate(invented, NOW);

    assertThat(rotated).isInstanceOf(Rotated.Unknown.class);
    assertThat(samples().rotate(known, NOW)).isInstanceOf(Rotated.Spent.class);
  }

  @Test
  default void knowsNoTokenOfAnotherDigest() {
    var opening = samples().open(samples().register(), NOW);
    var honest = rotation(opening.first(), NOW, GRACE);

    var rotated =
        sessions()
            .rotate(
                new Rotation(
                    honest.presented(),
                    TokenDigest.of(new RefreshToken("another")),
                    honest.successor(),
                    honest.successorDigest(),
                    honest.now(),
                    honest.idleUntil(),
                    honest.grace()),
                Consequences.NONE);

    assertThat(rotated).isInstanceOf(Rotated.Unknown.class);
    assertThat(sessions().rotate(honest, Consequences.NONE)).isInstanceOf(Rotated.Spent.class);
  }

  @Test
  default void rotatesNothingOnceTheSessionHasEnded() {
    var opening = samples().open(samples().register(), NOW);
    var successor = samples().refresh(opening.first(), NOW);
    var session = opening.session();
    sessions().end(session.user(), session.id(), EndReason.LOGGED_OUT, NOW, Consequences.NONE);

    assertThat(samples().rotate(successor, NOW)).isInstanceOf(Rotated.Ended.class);
    assertThat(samples().rotate(opening.first(), NOW)).isInstanceOf(Rotated.Ended.class);
    assertThat(endReason(session.id())).contains(EndReason.LOGGED_OUT);
  }

  @Test
  default void knowsNoTokenOfAPurgedUser() {
    var opening = samples().open(samples().register(), NOW);
    users().purge(opening.session().user(), Consequences.NONE);

    var rotated = samples().rotate(opening.first(), NOW);

    assertThat(rotated).isInstanceOf(Rotated.Unknown.class);
  }

  private SampleSessions samples() {
    return new SampleSessions(users(), sessions());
  }
}
