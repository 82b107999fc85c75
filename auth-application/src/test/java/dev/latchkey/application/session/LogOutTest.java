package dev.latchkey.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.application.session.LogOut.Scope;
import dev.latchkey.application.session.RefreshSession.Refreshed;
import dev.latchkey.application.session.RefreshSession.Refused;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.user.User;
import dev.latchkey.testkit.race.Race;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("C079")
final class LogOutTest {
  private final House house = new House();
  private final User anna = house.registered("anna@x.test");
  private final TokenPair laptop = house.loggedIn(anna);
  private final TokenPair phone = house.loggedIn(anna);

  @Test
  void endsItsOwnSessionAtOnceWithBothTokens() {
    var session = house.caller(laptop).session();

    assertThat(logOut(laptop, Scope.SESSION)).isTrue();

    assertOut(laptop);
    assertIn(phone);
    assertThat(house.stores.sessions().endReason(session)).contains(EndReason.LOGGED_OUT);
  }

  @Tag("C081")
  @Test
  void endsTheOtherSessionsAndKeepsItsOwn() {
    var tablet = house.loggedIn(anna);

    assertThat(logOut(laptop, Scope.OTHERS)).isTrue();

    assertOut(phone);
    assertOut(tablet);
    assertIn(laptop);
  }

  @Tag("C081")
  @Test
  void endsAllTwentySessionsAndItsOwn() {
    var pairs = Stream.generate(() -> house.loggedIn(anna)).limit(20).toList();

    assertThat(logOut(laptop, Scope.ALL)).isTrue();

    assertThat(pairs).allSatisfy(this::assertOut);
    assertOut(laptop);
    assertOut(phone);
  }

  @ParameterizedTest
  @EnumSource
  void leavesOtherUsersAlone(Scope scope) {
    var bob = house.loggedIn(house.registered("bob@x.test"));

    logOut(laptop, scope);

    assertIn(bob);
  }

  @ParameterizedTest
  @EnumSource
  void makesNoErrorOfDoingItTwice(Scope scope) {
    assertThat(logOut(laptop, scope)).isTrue();
    assertThat(logOut(laptop, scope)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void doesNothingForWhatIsNoRefreshToken(Scope scope) {
    assertThat(house.logOut().logOut("", scope, House.REQUEST)).isFalse();
    assertThat(house.logOut().logOut("garbage", scope, House.REQUEST)).isFalse();
    assertThat(house.logOut().logOut(laptop.access().reveal(), scope, House.REQUEST)).isFalse();
    assertThat(house.logOut().logOut(laptop.refresh().reveal() + "x", scope, House.REQUEST))
        .isFalse();

    assertIn(laptop);
    assertIn(phone);
  }

  @Tag("C080")
  @Test
  void endsTheSessionAlsoWhenTheAccessTokenHasExpired() {
    house.clock.advance(house.policy.accessLifetime());

    assertThat(logOut(laptop, Scope.SESSION)).isTrue();

    assertThat(house.refresh(laptop)).isEqualTo(Refused.ENDED);
  }

  @Test
  void endsItsOwnSessionAlsoWithASpentToken() {
    var successor = house.refreshed(laptop);

    assertThat(logOut(laptop, Scope.SESSION)).isTrue();

    assertOut(successor);
  }

  @ParameterizedTest
  @EnumSource(names = {"OTHERS", "ALL"})
  void doesNotReachOtherSessionsWithTheTokenOfAnEndedOne(Scope scope) {
    logOut(laptop, Scope.SESSION);

    assertThat(logOut(laptop, scope)).isTrue();

    assertIn(phone);
  }

  @ParameterizedTest
  @EnumSource(names = {"OTHERS", "ALL"})
  void doesNotReachOtherSessionsWithTheTokenOfOneThatRanOut(Scope scope) {
    house.clock.advance(house.policy.idle().minus(Duration.ofMinutes(1)));
    var active = house.refreshed(phone);
    house.clock.advance(Duration.ofMinutes(2));

    assertThat(logOut(laptop, scope)).isTrue();

    assertIn(active);
  }

  @Tag("C082")
  @RepeatedTest(100)
  void leavesNoUsableTokenWhereALogOutMeetsARefresh() {
    var refreshed = new AtomicReference<RefreshSession.Outcome>();

    Race.between(
        () -> refreshed.set(house.refresh(laptop)),
        () -> assertThat(logOut(laptop, Scope.SESSION)).isTrue());

    assertOut(laptop);
    if (refreshed.get() instanceof Refreshed won) {
      assertOut(won.pair());
    } else {
      assertThat(refreshed.get()).isEqualTo(Refused.ENDED);
    }
  }

  private boolean logOut(TokenPair pair, Scope scope) {
    return house.logOut().logOut(pair.refresh().reveal(), scope, House.REQUEST);
  }

  private void assertOut(TokenPair pair) {
    assertThat(house.isLetIn(pair)).isFalse();
    assertThat(house.refresh(pair)).isEqualTo(Refused.ENDED);
  }

  private void assertIn(TokenPair pair) {
    assertThat(house.isLetIn(pair)).isTrue();
    assertThat(house.refresh(pair)).isInstanceOf(Refreshed.class);
  }
}
