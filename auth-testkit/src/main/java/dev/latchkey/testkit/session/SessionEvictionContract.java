package dev.latchkey.testkit.session;

import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static dev.latchkey.testkit.sample.SampleSessions.opening;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.OpeningConsequences;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.Opening;
import dev.latchkey.domain.session.Rotated;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.User;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.store.StoresUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How many sessions a user keeps.
public interface SessionEvictionContract extends StoresUnderTest {

  @Test
  @Tag("C086")
  default void endsTheSessionIdleLongestWhereThereAreTooMany() {
    var user = samples().register();
    var refreshed = open(user, NOW, 3);
    var idlest = open(user, NOW.plusSeconds(1), 3);
    var younger = open(user, NOW.plusSeconds(2), 3);
    samples().refresh(refreshed.first(), NOW.plusSeconds(3));

    var newest = open(user, NOW.plusSeconds(4), 3);

    assertThat(live(user, NOW.plusSeconds(4)))
        .containsExactlyInAnyOrder(id(refreshed), id(younger), id(newest));
    assertThat(endReason(id(idlest))).contains(EndReason.EVICTED);
    assertThat(samples().rotate(idlest.first(), NOW.plusSeconds(4)))
        .isInstanceOf(Rotated.Ended.class);
  }

  @Test
  default void endsAsManySessionsAsAreTooMany() {
    var user = samples().register();
    open(user, NOW, 3);
    open(user, NOW.plusSeconds(1), 3);
    var younger = open(user, NOW.plusSeconds(2), 3);

    var newest = open(user, NOW.plusSeconds(3), 2);

    assertThat(live(user, NOW.plusSeconds(3))).containsExactlyInAnyOrder(id(younger), id(newest));
  }

  @Test
  default void keepsOneSessionWhereOnlyOneIsAllowed() {
    var user = samples().register();
    open(user, NOW, 1);

    var newest = open(user, NOW.plusSeconds(1), 1);

    assertThat(live(user, NOW.plusSeconds(1))).containsExactly(id(newest));
  }

  @Test
  default void countsNoSessionThatHasEnded() {
    var user = samples().register();
    var living = open(user, NOW, 2);
    var ended = open(user, NOW.plusSeconds(1), 2);
    sessions()
        .end(user.id(), id(ended), EndReason.LOGGED_OUT, NOW.plusSeconds(2), Consequences.NONE);

    var newest = open(user, NOW.plusSeconds(3), 2);

    assertThat(live(user, NOW.plusSeconds(3))).containsExactlyInAnyOrder(id(living), id(newest));
    assertThat(endReason(id(ended))).contains(EndReason.LOGGED_OUT);
  }

  @Test
  default void countsNoSessionThatHasRunOut() {
    var user = samples().register();
    var runOut = open(user, NOW, 2);
    var living = open(user, NOW.plus(Duration.ofDays(1)), 2);
    var later = NOW.plus(SampleSessions.IDLE);

    var newest = open(user, later, 2);

    assertThat(live(user, later)).containsExactlyInAnyOrder(id(living), id(newest));
    assertThat(endReason(id(runOut))).isEmpty();
  }

  @Test
  default void countsNoSessionOfAnotherUser() {
    var other = samples().open(samples().register(), NOW);

    open(samples().register(), NOW.plusSeconds(1), 1);

    assertThat(sessions().findLive(id(other), NOW.plusSeconds(1))).isPresent();
  }

  private Opening open(User user, Instant now, int maxPerUser) {
    var opening = opening(user, now, HASH, null, maxPerUser);
    assertThat(sessions().open(opening, OpeningConsequences.NONE)).isPresent();
    return opening;
  }

  private List<SessionId> live(User user, Instant now) {
    return sessions().list(user.id(), now).stream().map(Session::id).toList();
  }

  private static SessionId id(Opening opening) {
    return opening.session().id();
  }

  private SampleSessions samples() {
    return new SampleSessions(users(), sessions());
  }
}
