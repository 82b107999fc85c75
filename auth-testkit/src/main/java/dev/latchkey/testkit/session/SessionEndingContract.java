package dev.latchkey.testkit.session;

import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static dev.latchkey.testkit.sample.SampleSessions.OTHER_HASH;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.Opening;
import dev.latchkey.domain.session.Rotated;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleUsers;
import dev.latchkey.testkit.store.StoresUnderTest;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What ends sessions, each at once and with all their tokens.
public interface SessionEndingContract extends StoresUnderTest {

  @Test
  @Tag("C079")
  default void endsOneSession() {
    var user = samples().register();
    var ended = samples().open(user, NOW);
    var other = samples().open(user, NOW);

    var found = sessions().end(user.id(), id(ended), EndReason.LOGGED_OUT, NOW, Consequences.NONE);

    assertThat(found).isTrue();
    assertEnded(ended, EndReason.LOGGED_OUT);
    assertLives(other);
  }

  @Test
  default void keepsTheFirstReasonWhenEndedTwice() {
    var user = samples().register();
    var ended = samples().open(user, NOW);
    sessions().end(user.id(), id(ended), EndReason.LOGGED_OUT, NOW, Consequences.NONE);

    var found =
        sessions().end(user.id(), id(ended), EndReason.ENDED_BY_ADMIN, NOW, Consequences.NONE);
    sessions().endAll(user.id(), EndReason.PASSWORD_CHANGED, NOW, Consequences.NONE);

    assertThat(found).isTrue();
    assertEnded(ended, EndReason.LOGGED_OUT);
  }

  @Test
  @Tag("C083")
  default void endsNoSessionOfAnotherUser() {
    var user = samples().register();
    var foreign = samples().open(samples().register(), NOW);

    var found =
        sessions().end(user.id(), id(foreign), EndReason.LOGGED_OUT, NOW, Consequences.NONE);

    assertThat(found).isFalse();
    assertLives(foreign);
  }

  @Test
  default void saysThatThereIsNoSuchSessionToEnd() {
    var user = samples().register();
    var invented = new SessionId(UUID.randomUUID());

    var found = sessions().end(user.id(), invented, EndReason.LOGGED_OUT, NOW, Consequences.NONE);

    assertThat(found).isFalse();
  }

  @Test
  default void endsEverySessionButOne() {
    var user = samples().register();
    var foreign = samples().open(samples().register(), NOW);
    var first = samples().open(user, NOW);
    var kept = samples().open(user, NOW);
    var last = samples().open(user, NOW);

    sessions().endOthers(user.id(), id(kept), EndReason.LOGGED_OUT, NOW, Consequences.NONE);

    assertEnded(first, EndReason.LOGGED_OUT);
    assertEnded(last, EndReason.LOGGED_OUT);
    assertLives(kept);
    assertLives(foreign);
  }

  @Test
  @Tag("C081")
  default void endsEverySession() {
    var user = samples().register();
    var foreign = samples().open(samples().register(), NOW);
    var first = samples().open(user, NOW);
    var last = samples().open(user, NOW);

    sessions().endAll(user.id(), EndReason.ENDED_BY_ADMIN, NOW, Consequences.NONE);

    assertEnded(first, EndReason.ENDED_BY_ADMIN);
    assertEnded(last, EndReason.ENDED_BY_ADMIN);
    assertLives(foreign);
  }

  @Test
  @Tag("C116")
  default void endsEverySessionOfADeactivatedUser() {
    var user = samples().register();
    var first = samples().open(user, NOW);
    var last = samples().open(user, NOW);

    users().update(user.deactivated(), NOW, Consequences.NONE);

    assertEnded(first, EndReason.USER_DEACTIVATED);
    assertEnded(last, EndReason.USER_DEACTIVATED);
  }

  @Test
  @Tag("C053")
  default void revivesNoSessionWhenTheUserIsActiveAgain() {
    var user = samples().register();
    var opening = samples().open(user, NOW);
    users().update(user.deactivated(), NOW, Consequences.NONE);

    users()
        .update(
            SampleUsers.activated(users().find(user.id()).orElseThrow()), NOW, Consequences.NONE);

    assertEnded(opening, EndReason.USER_DEACTIVATED);
  }

  @Test
  @Tag("C098")
  default void endsEveryOtherSessionWhenThePasswordChanges() {
    var user = samples().register();
    var foreign = samples().open(samples().register(), NOW);
    var kept = samples().open(user, NOW);
    var other = samples().open(user, NOW);

    users().changePassword(user.id(), HASH, OTHER_HASH, id(kept), NOW, Consequences.NONE);

    assertEnded(other, EndReason.PASSWORD_CHANGED);
    assertLives(kept);
    assertLives(foreign);
  }

  @Test
  @Tag("C094")
  default void endsEverySessionWhenAPasswordChangeKeepsNone() {
    var user = samples().register();
    var first = samples().open(user, NOW);
    var last = samples().open(user, NOW);

    users().changePassword(user.id(), HASH, OTHER_HASH, null, NOW, Consequences.NONE);

    assertEnded(first, EndReason.PASSWORD_CHANGED);
    assertEnded(last, EndReason.PASSWORD_CHANGED);
  }

  @Test
  default void endsNothingWhenThePasswordChangeIsRefused() {
    var user = samples().register();
    var opening = samples().open(user, NOW);

    users().changePassword(user.id(), OTHER_HASH, HASH, null, NOW, Consequences.NONE);

    assertLives(opening);
  }

  private void assertEnded(Opening opening, EndReason reason) {
    assertThat(endReason(id(opening))).contains(reason);
    assertThat(sessions().findLive(id(opening), NOW)).isEmpty();
    assertThat(samples().rotate(opening.first(), NOW)).isInstanceOf(Rotated.Ended.class);
  }

  private void assertLives(Opening opening) {
    assertThat(endReason(id(opening))).isEmpty();
    assertThat(sessions().findLive(id(opening), NOW)).isPresent();
    assertThat(samples().rotate(opening.first(), NOW)).isInstanceOf(Rotated.Spent.class);
  }

  private static SessionId id(Opening opening) {
    return opening.session().id();
  }

  private SampleSessions samples() {
    return new SampleSessions(users(), sessions());
  }
}
