package dev.latchkey.testkit.session;

import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static dev.latchkey.testkit.sample.SampleSessions.OTHER_HASH;
import static dev.latchkey.testkit.sample.SampleSessions.opening;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.LiveSession;
import dev.latchkey.domain.session.Opening;
import dev.latchkey.domain.session.Rotated;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.user.User;
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

    var opened = sessions().open(opening(user, later), Consequences.NONE, Consequences.NONE);

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
    var known = of(user, new Client("2001:db8::7", "Möbel/1.0 (it's; a \"test\" \\ 100%)"));
    var unknown = of(user, Client.UNKNOWN);

    sessions().open(known, Consequences.NONE, Consequences.NONE);
    sessions().open(unknown, Consequences.NONE, Consequences.NONE);

    assertThat(sessions().list(user.id(), NOW))
        .containsExactlyInAnyOrder(known.session(), unknown.session());
  }

  @Test
  default void knowsTheKindsOfClientsThatSessionsCameFrom() {
    var user = samples().register();
    var laptop = of(user, new Client("192.0.2.7", "Laptop/1.0 (X11; rv:130.0)"));
    sessions().open(laptop, Consequences.NONE, Consequences.NONE);
    sessions().end(user.id(), laptop.session().id(), EndReason.LOGGED_OUT, NOW, Consequences.NONE);

    assertThat(sessions().hasSeen(user.id(), new Client(null, "Laptop/12.34 (X11; rv:131.0)")))
        .isTrue();
    assertThat(sessions().hasSeen(user.id(), new Client("192.0.2.7", "Phone/1.0"))).isFalse();
    assertThat(sessions().hasSeen(user.id(), Client.UNKNOWN)).isFalse();
    assertThat(sessions().hasSeen(samples().register().id(), laptop.session().client())).isFalse();
    sessions().open(of(user, Client.UNKNOWN), Consequences.NONE, Consequences.NONE);
    assertThat(sessions().hasSeen(user.id(), Client.UNKNOWN)).isTrue();
  }

  @Test
  @Tag("C053")
  default void opensNothingForADeactivatedUser() {
    var user = samples().register();
    users().update(user.deactivated(), NOW, Consequences.NONE);

    var opened = sessions().open(opening(user, NOW), Consequences.NONE, Consequences.NONE);

    assertThat(opened).isEmpty();
    assertThat(sessions().list(user.id(), NOW)).isEmpty();
    assertThat(users().find(user.id()).orElseThrow().lastLogin()).isNull();
  }

  @Test
  default void opensNothingWhereTheVerifiedHashIsNoLongerTheirs() {
    var user = samples().register();
    var opening = opening(user, NOW, OTHER_HASH, new PasswordHash("$sample$three"), 50);

    var opened = sessions().open(opening, Consequences.NONE, Consequences.NONE);

    assertThat(opened).isEmpty();
    assertThat(sessions().list(user.id(), NOW)).isEmpty();
    assertThat(users().findCredentials(user.id())).contains(new Credentials(user, HASH));
    assertThat(samples().rotate(opening.first(), NOW)).isInstanceOf(Rotated.Unknown.class);
  }

  @Test
  default void opensNothingForAUserWithoutAPassword() {
    var user = SampleUsers.user();
    users().register(user, null, Consequences.NONE);

    var opened = sessions().open(opening(user, NOW), Consequences.NONE, Consequences.NONE);

    assertThat(opened).isEmpty();
  }

  @Test
  default void opensNothingForNobody() {
    var stranger = SampleUsers.user();

    var opened = sessions().open(opening(stranger, NOW), Consequences.NONE, Consequences.NONE);

    assertThat(opened).isEmpty();
  }

  @Test
  default void renewsTheHashWhereAskedTo() {
    var user = samples().register();

    var opened =
        sessions()
            .open(opening(user, NOW, HASH, OTHER_HASH, 50), Consequences.NONE, Consequences.NONE);

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
                Consequences.NONE,
                Consequences.NONE);

    assertThat(opened).isEmpty();
    assertThat(users().findCredentials(user.id()).orElseThrow().hash()).isEqualTo(OTHER_HASH);
  }

  private static Opening of(User user, Client client) {
    var opening = opening(user, NOW);
    var session = opening.session();
    return new Opening(
        new Session(
            session.id(),
            user.id(),
            client,
            session.createdAt(),
            session.lastUsedAt(),
            session.expiresAt(),
            session.idleUntil()),
        opening.first(),
        opening.digest(),
        opening.verified(),
        opening.renewed(),
        opening.maxPerUser());
  }

  private SampleSessions samples() {
    return new SampleSessions(users(), sessions());
  }
}
