package dev.latchkey.testkit.session;

import static dev.latchkey.testkit.sample.SampleSessions.IDLE;
import static dev.latchkey.testkit.sample.SampleSessions.LIFETIME;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.LiveSession;
import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.domain.session.Rotated;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleUsers;
import dev.latchkey.testkit.store.StoresUnderTest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Which sessions are found.
public interface LiveSessionContract extends StoresUnderTest {

  @Test
  default void findsALiveSessionWithItsUser() {
    var user =
        samples().register(SampleUsers.withProfile(SampleUsers.user(), SampleUsers.fullProfile()));
    var opening = samples().open(user, NOW);

    var live = sessions().findLive(opening.session().id(), NOW);

    assertThat(live).contains(new LiveSession(opening.session(), user.loggedIn(NOW)));
  }

  @Test
  @Tag("C118")
  default void findsTheUserAsTheyAreNow() {
    var user = samples().register();
    var opening = samples().open(user, NOW);
    users().update(SampleUsers.withRole(user, new RoleName("customer")), NOW, Consequences.NONE);

    var live = sessions().findLive(opening.session().id(), NOW);

    assertThat(live.orElseThrow().user()).isEqualTo(users().find(user.id()).orElseThrow());
    assertThat(live.orElseThrow().user().role().value()).isEqualTo("customer");
  }

  @Test
  default void findsTheSessionOfAnUnspentTokenAndSpendsNothing() {
    var user = samples().register();
    var first = samples().open(user, NOW).first();

    var live = findUnspent(first);

    assertThat(live).isEqualTo(sessions().findLive(first.session(), NOW)).isPresent();
    assertThat(findUnspent(first)).isEqualTo(live);
    var second = samples().refresh(first, NOW);
    assertThat(findUnspent(first)).isEmpty();
    assertThat(findUnspent(second)).isPresent();
    assertThat(samples().rotate(first, NOW)).isInstanceOf(Rotated.Concurrent.class);
  }

  @Test
  default void findsNoSessionOfATokenThatIsNotOnRecordOrWhoseSessionHasEnded() {
    var user = samples().register();
    var first = samples().open(user, NOW).first();
    var other = samples().open(user, NOW).first();
    var crossed =
        new RefreshClaims(
            first.jti(),
            other.session(),
            first.user(),
            first.issuedAt(),
            first.expiresAt(),
            first.keyId());

    assertThat(sessions().findUnspent(first, SampleSessions.digest(other), NOW)).isEmpty();
    assertThat(sessions().findUnspent(crossed, SampleSessions.digest(first), NOW)).isEmpty();
    assertThat(sessions().findUnspent(first, SampleSessions.digest(first), NOW.plus(IDLE)))
        .isEmpty();
    sessions().end(user.id(), first.session(), EndReason.LOGGED_OUT, NOW, Consequences.NONE);
    assertThat(findUnspent(first)).isEmpty();
    users().update(users().find(user.id()).orElseThrow().deactivated(), NOW, Consequences.NONE);
    assertThat(findUnspent(other)).isEmpty();
  }

  private Optional<LiveSession> findUnspent(RefreshClaims claims) {
    return sessions().findUnspent(claims, SampleSessions.digest(claims), NOW);
  }

  @Test
  default void findsNoSessionThatWasIdleTooLong() {
    var id = samples().open(samples().register(), NOW).session().id();

    assertThat(sessions().findLive(id, NOW.plus(IDLE).minusNanos(1000))).isPresent();
    assertThat(sessions().findLive(id, NOW.plus(IDLE))).isEmpty();
  }

  @Test
  default void findsNoSessionBeyondItsEnd() {
    var opening = samples().open(samples().register(), NOW);
    var second = samples().refresh(opening.first(), NOW.plus(Duration.ofDays(13)));
    samples().refresh(second, NOW.plus(Duration.ofDays(26)));
    var id = opening.session().id();

    assertThat(sessions().findLive(id, NOW.plus(LIFETIME).minusNanos(1000))).isPresent();
    assertThat(sessions().findLive(id, NOW.plus(LIFETIME))).isEmpty();
  }

  @Test
  default void findsNoSessionThatNeverWas() {
    assertThat(sessions().findLive(new SessionId(UUID.randomUUID()), NOW)).isEmpty();
  }

  @Test
  default void findsNoSessionOfAPurgedUser() {
    var opening = samples().open(samples().register(), NOW);

    users().purge(opening.session().user(), Consequences.NONE);

    assertThat(sessions().findLive(opening.session().id(), NOW)).isEmpty();
    assertThat(sessions().list(opening.session().user(), NOW)).isEmpty();
  }

  @Test
  @Tag("C083")
  default void listsTheUsersSessionsTheLastUsedFirst() {
    var user = samples().register();
    samples().open(samples().register(), NOW);
    var refreshed = samples().open(user, NOW);
    var older = samples().open(user, NOW.plusSeconds(1));
    var younger = samples().open(user, NOW.plusSeconds(2));
    samples().refresh(refreshed.first(), NOW.plusSeconds(3));

    var listed = sessions().list(user.id(), NOW.plusSeconds(3));

    assertThat(listed)
        .extracting(Session::id)
        .containsExactly(refreshed.session().id(), younger.session().id(), older.session().id());
    assertThat(listed.get(0).lastUsedAt()).isEqualTo(NOW.plusSeconds(3));
  }

  @Test
  default void listsNoSessionThatHasEndedOrRunOut() {
    var user = samples().register();
    samples().open(user, NOW);
    var ended = samples().open(user, NOW.plusSeconds(1));
    var living = samples().open(user, NOW.plusSeconds(2));
    sessions()
        .end(
            user.id(),
            ended.session().id(),
            EndReason.LOGGED_OUT,
            NOW.plusSeconds(3),
            Consequences.NONE);

    var listed = sessions().list(user.id(), NOW.plus(IDLE));

    assertThat(listed).containsExactly(living.session());
  }

  private SampleSessions samples() {
    return new SampleSessions(users(), sessions());
  }
}
