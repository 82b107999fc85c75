package dev.latchkey.testkit.session;

import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static dev.latchkey.testkit.sample.SampleSessions.OTHER_HASH;
import static dev.latchkey.testkit.sample.SampleSessions.opening;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.OpeningConsequences;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.session.LiveSession;
import dev.latchkey.domain.session.Rotated;
import dev.latchkey.domain.session.Session;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleUsers;
import dev.latchkey.testkit.store.StoresUnderTest;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How sessions are opened, and when they are not.
public interface SessionOpeningContract extends StoresUnderTest {

  @Test
  default void opensASessionWithItsFirstToken() {
    var user = samples().register();

    var opening = samples().open(user, NOW);

    assertThat(sessions().findLive(opening.session().id(), NOW))
        .map(LiveSession::session)
        .contains(opening.session());
    assertThat(samples().rotate(opening.first(), NOW)).isInstanceOf(Rotated.Spent.class);
  }

  @Test
  default void notesTheLogInOnTheUser() {
    var user = samples().register();
    var later = NOW.plusSeconds(60);

    var opened = sessions().open(opening(user, later), OpeningConsequences.NONE);

    assertThat(opened).contains(user.loggedIn(later));
    assertThat(users().find(user.id())).isEqualTo(opened);
  }

  @Test
  default void keepsASessionsTimesInMicroseconds() {
    var opening = samples().open(samples().register(), NOW.plusNanos(987));

    var live = sessions().findLive(opening.session().id(), NOW.plusSeconds(1));

    assertThat(live)
        .map(LiveSession::session)
        .contains(
            new Session(
                opening.session().id(),
                opening.session().user(),
                opening.session().client(),
                NOW,
                NOW,
                opening.session().expiresAt().truncatedTo(ChronoUnit.MICROS),
                opening.session().idleUntil().truncatedTo(ChronoUnit.MICROS)));
  }

  @Test
  default void keepsWhatIsKnownOfTheClient() {
    var user = samples().register();
    var known = opening(user, new Client("2001:db8::7", "Möbel/1.0 (it's; a \"test\" \\ 100%)"));
    var unknown = opening(user, Client.UNKNOWN);

    sessions().open(known, OpeningConsequences.NONE);
    sessions().open(unknown, OpeningConsequences.NONE);

    assertThat(sessions().list(user.id(), NOW))
        .containsExactlyInAnyOrder(known.session(), unknown.session());
  }

  @Test
  @Tag("C053")
  default void opensNothingForADeactivatedUser() {
    var user = samples().register();
    users().update(user.deactivated(), NOW, Consequences.NONE);

    var opened = sessions().open(opening(user, NOW), OpeningConsequences.NONE);

    assertThat(opened).isEmpty();
    assertThat(sessions().list(user.id(), NOW)).isEmpty();
    assertThat(users().find(user.id()).orElseThrow().lastLogin()).isNull();
  }

  @Test
  default void opensNothingWhereTheVerifiedHashIsNoLongerTheirs() {
    var user = samples().register();
    var opening = opening(user, NOW, OTHER_HASH, new PasswordHash("$sample$three"), 50);

    var opened = sessions().open(opening, OpeningConsequences.NONE);

    assertThat(opened).isEmpty();
    assertThat(sessions().list(user.id(), NOW)).isEmpty();
    assertThat(users().findCredentials(user.id())).contains(new Credentials(user, HASH));
    assertThat(samples().rotate(opening.first(), NOW)).isInstanceOf(Rotated.Unknown.class);
  }

  @Test
  default void opensNothingForAUserWithoutAPassword() {
    var user = SampleUsers.user();
    users().register(user, null, Consequences.NONE);

    var opened = sessions().open(opening(user, NOW), OpeningConsequences.NONE);

    assertThat(opened).isEmpty();
  }

  @Test
  default void opensNothingForNobody() {
    var stranger = SampleUsers.user();

    var opened = sessions().open(opening(stranger, NOW), OpeningConsequences.NONE);

    assertThat(opened).isEmpty();
  }

  @Test
  default void renewsTheHashWhereAskedTo() {
    var user = samples().register();

    var opened =
        sessions().open(opening(user, NOW, HASH, OTHER_HASH, 50), OpeningConsequences.NONE);

    assertThat(users().findCredentials(user.id()))
        .contains(new Credentials(opened.orElseThrow(), OTHER_HASH));
  }

  @Test
  default void leavesTheHashAloneWhereNotAskedToRenewIt() {
    var user = samples().register();

    samples().open(user, NOW);

    assertThat(users().findCredentials(user.id()).orElseThrow().hash()).isEqualTo(HASH);
  }

  @Test
  default void bringsNoOldPasswordBackByRenewingItsHash() {
    var user = samples().register();
    users().changePassword(user.id(), HASH, OTHER_HASH, null, NOW, Consequences.NONE);

    var opened =
        sessions()
            .open(
                opening(user, NOW, HASH, new PasswordHash("$sample$old"), 50),
                OpeningConsequences.NONE);

    assertThat(opened).isEmpty();
    assertThat(users().findCredentials(user.id()).orElseThrow().hash()).isEqualTo(OTHER_HASH);
  }

  private SampleSessions samples() {
    return new SampleSessions(users(), sessions());
  }
}
