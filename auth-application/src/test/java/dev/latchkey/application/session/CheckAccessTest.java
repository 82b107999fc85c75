package dev.latchkey.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.token.AccessClaims;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckAccessTest {
  private final House house = new House();
  private final User anna = house.registered("anna@x.test");
  private final TokenPair pair = house.loggedIn(anna);
  private final SessionId session = house.caller(pair).session();

  @Test
  void findsTheUserAsTheyAreNow() {
    var stored = house.stored(anna);
    var address = EmailAddress.parse("new@x.test").orElseThrow();
    house.users.update(
        stored.edited(address, stored.profile(), RoleName.ADMIN, true, true),
        house.now(),
        Consequences.NONE);

    var caller = house.caller(pair);

    assertThat(caller.user()).isEqualTo(house.stored(anna));
    assertThat(caller.user().email()).isEqualTo(address);
    assertThat(caller.isAdmin()).isTrue();
    assertThat(caller.session()).isEqualTo(session);
  }

  @Tag("C116")
  @Test
  void refusesADeactivatedUserAtOnce() {
    house.deactivate(anna);

    assertThat(house.isLetIn(pair)).isFalse();
  }

  @Test
  void refusesAPurgedUserAtOnce() {
    house.users.purge(anna.id(), Consequences.NONE);

    assertThat(house.isLetIn(pair)).isFalse();
  }

  @Test
  void refusesATokenAfterItsTime() {
    house.clock.advance(house.policy.accessLifetime().minus(Duration.ofSeconds(1)));
    assertThat(house.isLetIn(pair)).isTrue();

    house.clock.advance(Duration.ofSeconds(1));
    assertThat(house.isLetIn(pair)).isFalse();
  }

  @Test
  void refusesACurrentTokenOfASessionThatHasBeenIdleTooLong() {
    var expiry = house.now().plus(Duration.ofDays(20));
    var token = token(anna.id(), session, expiry);
    assertThat(check(token)).isTrue();

    house.clock.advance(house.policy.idle());

    assertThat(check(token)).isFalse();
  }

  @Test
  void refusesATokenWhoseSessionBelongsToSomebodyElse() {
    var bob = house.registered("bob@x.test");
    var soon = house.now().plusSeconds(60);

    assertThat(check(token(anna.id(), session, soon))).isTrue();
    assertThat(check(token(bob.id(), session, soon))).isFalse();
  }

  @Test
  void refusesATokenOfASessionThatNeverWas() {
    var never = new SessionId(house.ids.next());

    assertThat(check(token(anna.id(), never, house.now().plusSeconds(60)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "garbage", "\u0000", "eyJhbGciOiJub25lIn0.e30."})
  void refusesWhatIsNoToken(String token) {
    assertThat(check(token)).isFalse();
  }

  @Test
  void takesNoRefreshTokenForAnAccessToken() {
    assertThat(check(pair.refresh().reveal())).isFalse();
  }

  @Test
  void tellsWhomACallerMaySee() {
    var self = house.caller(pair);
    var other = new UserId(house.ids.next());

    assertThat(self.is(anna.id())).isTrue();
    assertThat(self.maySee(anna.id())).isTrue();
    assertThat(self.maySee(other)).isFalse();
    assertThat(house.caller(house.admin("root@x.test")).maySee(other)).isTrue();
  }

  /// Stores that know everything recall what they find.
  private boolean check(String token) {
    var recalled =
        new RecallAccess(house.sessions, house.accessTokens, house.clock)
            .recall(token, House.REQUEST);
    assertThat(recalled).isEqualTo(house.checkAccess().check(token, House.REQUEST));
    return recalled.isPresent();
  }

  private String token(UserId user, SessionId session, Instant expiresAt) {
    var claims =
        new AccessClaims(
            house.ids.next(),
            user,
            session,
            RoleName.ADMIN,
            anna.email(),
            null,
            house.now(),
            house.now(),
            expiresAt);
    return house.accessTokens.issue(claims).reveal();
  }
}
