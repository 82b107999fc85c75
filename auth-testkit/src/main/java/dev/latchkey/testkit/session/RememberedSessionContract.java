package dev.latchkey.testkit.session;

import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static dev.latchkey.testkit.sample.SampleSessions.IDLE;
import static dev.latchkey.testkit.sample.SampleSessions.LIFETIME;
import static dev.latchkey.testkit.sample.SampleSessions.OTHER_HASH;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.OpeningConsequences;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.LiveSession;
import dev.latchkey.domain.session.Opening;
import dev.latchkey.domain.session.Rotated;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.User;
import dev.latchkey.testkit.race.Race;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleTickets;
import dev.latchkey.testkit.sample.SampleUsers;
import dev.latchkey.testkit.store.StoresUnderTest;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// What a store says of sessions without asking: what it would say if asked, or nothing. What one
/// call has ended or changed, no later call takes for what it was.
public interface RememberedSessionContract extends StoresUnderTest {
  /// How many ask at once in a race.
  int CALLERS = 64;

  /// Whether the store remembers what it has found, at least for the length of a test.
  default boolean remembers() {
    return true;
  }

  @Test
  default void remembersASessionThatItHasFound() {
    var opening = samples().open(samples().register(), NOW);
    var found = sessions().findLive(id(opening), NOW);

    var remembered = sessions().peekLive(id(opening), NOW);

    if (remembers()) {
      assertThat(remembered).isEqualTo(found);
    } else {
      assertThat(remembered).isIn(Optional.empty(), found);
    }
    assertThat(sessions().findLive(id(opening), NOW)).isEqualTo(found).isPresent();
  }

  @Test
  default void remembersNoSessionThatHasRunOut() {
    var opening = opened(samples().register());

    assertThat(sessions().peekLive(id(opening), NOW.plus(IDLE))).isEmpty();
    assertThat(sessions().peekLive(id(opening), NOW.plus(LIFETIME))).isEmpty();
  }

  @Test
  default void findsARememberedSessionThatWasProlonged() {
    var opening = opened(samples().register());
    samples().refresh(opening.first(), NOW.plusSeconds(60));

    assertThat(sessions().findLive(id(opening), NOW.plus(IDLE).plusSeconds(59))).isPresent();
  }

  @Test
  default void remembersNoSessionThatNeverWas() {
    assertThat(sessions().peekLive(new SessionId(UUID.randomUUID()), NOW)).isEmpty();
  }

  @Test
  default void forgetsASessionThatIsEnded() {
    var user = samples().register();
    var ended = opened(user);
    var other = opened(user);

    sessions().end(user.id(), id(ended), EndReason.LOGGED_OUT, NOW, Consequences.NONE);

    assertForgotten(ended);
    assertThat(sessions().findLive(id(other), NOW)).isPresent();
  }

  @Test
  default void forgetsTheOthersWhereTheOthersAreEnded() {
    var user = samples().register();
    var kept = opened(user);
    var ended = opened(user);

    sessions().endOthers(user.id(), id(kept), EndReason.LOGGED_OUT, NOW, Consequences.NONE);

    assertForgotten(ended);
    assertThat(sessions().findLive(id(kept), NOW)).isPresent();
  }

  @Test
  default void forgetsEverySessionWhereAllAreEnded() {
    var user = samples().register();
    var first = opened(user);
    var second = opened(user);

    sessions().endAll(user.id(), EndReason.LOGGED_OUT, NOW, Consequences.NONE);

    assertForgotten(first);
    assertForgotten(second);
  }

  @Test
  default void forgetsASessionWhoseSpentTokenComesBack() {
    var opening = opened(samples().register());
    samples().refresh(samples().refresh(opening.first(), NOW), NOW);

    assertThat(samples().rotate(opening.first(), NOW)).isInstanceOf(Rotated.Reused.class);

    assertForgotten(opening);
  }

  @Test
  default void forgetsASessionThatAnotherTakesThePlaceOf() {
    var user = samples().register();
    var evicted = opened(user);
    var opening = SampleSessions.opening(user, NOW.plusSeconds(1), HASH, null, 1);

    assertThat(sessions().open(opening, OpeningConsequences.NONE)).isPresent();

    assertForgotten(evicted);
  }

  @Test
  default void forgetsTheSessionsOfAUserWhoIsDeactivatedOrPurged() {
    var deactivated = samples().register();
    var purged = samples().register();
    var first = opened(deactivated);
    var second = opened(purged);

    users().update(current(deactivated).deactivated(), NOW, Consequences.NONE);
    users().purge(purged.id(), Consequences.NONE);

    assertForgotten(first);
    assertForgotten(second);
  }

  @Test
  default void forgetsTheOtherSessionsWhereThePasswordChanges() {
    var user = samples().register();
    var kept = opened(user);
    var ended = opened(user);

    users().changePassword(user.id(), HASH, OTHER_HASH, id(kept), NOW, Consequences.NONE);

    assertForgotten(ended);
    assertThat(sessions().findLive(id(kept), NOW)).isPresent();
  }

  @Test
  default void forgetsTheSessionsWhereATicketBringsAPassword() {
    var resetting = samples().register();
    var verifying = samples().register();
    var reset = new SampleTickets(tickets()).issue(resetting, TicketPurpose.RESET_PASSWORD);
    var verification = new SampleTickets(tickets()).issue(verifying, OTHER_HASH);
    var first = opened(resetting);
    var second = opened(verifying);

    tickets().resetPassword(reset.digest(), OTHER_HASH, NOW, Consequences.NONE);
    tickets().verifyEmail(verification.digest(), NOW, Consequences.NONE);

    assertForgotten(first);
    assertForgotten(second);
  }

  @Test
  default void tellsOfTheUserAsTheyAreNow() {
    var user = samples().register();
    var opening = opened(user);

    users().update(SampleUsers.withRole(current(user), new RoleName("r2")), NOW, Consequences.NONE);
    assertShows(opening, current(user));
    var verification =
        new SampleTickets(tickets()).issue(current(user), TicketPurpose.VERIFY_EMAIL);
    tickets().verifyEmail(verification.digest(), NOW, Consequences.NONE);
    assertShows(opening, current(user));
    var email = SampleUsers.word() + "@example.test";
    var change = new SampleTickets(tickets()).issueChange(current(user), email);
    tickets().changeEmail(change.digest(), NOW, Consequences.NONE);
    assertShows(opening, current(user));
    samples().open(user, NOW.plusSeconds(1));
    assertShows(opening, current(user));
  }

  @Test
  default void tellsNobodyOfASessionThatWasEndedBeforeTheyAsked() {
    for (var round = 0; round < rounds(); round++) {
      var user = samples().register();
      var opening = samples().open(user, NOW);
      var ended = new AtomicBoolean();
      var calls = new ArrayList<Callable<Boolean>>();
      calls.add(() -> {
        sessions().findLive(id(opening), NOW);
        sessions().end(user.id(), id(opening), EndReason.LOGGED_OUT, NOW, Consequences.NONE);
        ended.set(true);
        return false;
      });
      while (calls.size() < CALLERS) {
        calls.add(() -> isSeenAfter(ended, id(opening)));
      }

      assertThat(Race.among(calls)).doesNotContain(true);
      assertForgotten(opening);
    }
  }

  /// Asks until the session has ended and is no longer seen.
  private boolean isSeenAfter(AtomicBoolean ended, SessionId id) {
    for (var after = 0; after < 10; ) {
      var hasEnded = ended.get();
      var seen =
          sessions().peekLive(id, NOW).isPresent() || sessions().findLive(id, NOW).isPresent();
      if (hasEnded && seen) {
        return true;
      }
      after += hasEnded ? 1 : 0;
    }
    return false;
  }

  private Opening opened(User user) {
    var opening = samples().open(user, NOW);
    assertThat(sessions().findLive(id(opening), NOW)).isPresent();
    assertThat(sessions().findLive(id(opening), NOW)).isPresent();
    return opening;
  }

  private void assertForgotten(Opening opening) {
    assertThat(sessions().peekLive(id(opening), NOW)).isEmpty();
    assertThat(sessions().findLive(id(opening), NOW)).isEmpty();
  }

  private void assertShows(Opening opening, User user) {
    sessions()
        .peekLive(id(opening), NOW)
        .ifPresent(seen -> assertThat(seen.user()).isEqualTo(user));
    assertThat(sessions().findLive(id(opening), NOW).map(LiveSession::user)).contains(user);
  }

  private User current(User user) {
    return users().find(user.id()).orElseThrow();
  }

  private static SessionId id(Opening opening) {
    return opening.session().id();
  }

  private SampleSessions samples() {
    return new SampleSessions(users(), sessions());
  }
}
