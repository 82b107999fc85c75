package dev.latchkey.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C083")
final class FindSessionsTest {
  private final House house = new House();
  private final User anna = house.registered("anna@x.test");
  private final TokenPair laptop = house.loggedIn(anna);
  private final Caller onLaptop = house.caller(laptop);
  private final Caller bob = house.caller(house.registered("bob@x.test"));
  private final Caller admin = house.caller(house.admin("root@x.test"));
  private final FindSessions findSessions =
      new FindSessions(house.users, house.sessions, house.clock);
  private final EndSession endSession = new EndSession(house.sessions, house.clock);

  @Test
  void listsTheUsersLiveSessionsTheLastUsedFirst() {
    house.clock.advance(Duration.ofMinutes(1));
    var phone = house.caller(anna).session();
    var gone = house.caller(anna).session();
    endSession.end(onLaptop, anna.id(), gone);
    house.clock.advance(Duration.ofMinutes(1));
    house.refreshed(laptop);

    assertThat(findSessions.find(onLaptop, anna.id()).orElseThrow())
        .extracting(Session::id)
        .containsExactly(onLaptop.session(), phone);
  }

  @Test
  void listsNoSessionThatRanOut() {
    house.clock.advance(house.policy.idle());
    var fresh = house.caller(anna);

    assertThat(findSessions.find(fresh, anna.id()).orElseThrow())
        .extracting(Session::id)
        .containsExactly(fresh.session());
  }

  @Test
  void listsAnyonesSessionsForAnAdmin() {
    assertThat(findSessions.find(admin, anna.id()).orElseThrow()).hasSize(1);
  }

  @Test
  void tellsNothingOfOthersAndNothingOfNobody() {
    var nobody = new UserId(house.ids.next());

    assertThat(findSessions.find(bob, anna.id())).isEmpty();
    assertThat(findSessions.find(bob, nobody)).isEmpty();
    assertThat(findSessions.find(admin, nobody)).isEmpty();
  }

  @Test
  void endsASessionOfOnesOwn() {
    var phone = house.loggedIn(anna);
    var session = house.caller(phone).session();

    assertThat(endSession.end(onLaptop, anna.id(), session)).isTrue();

    assertThat(house.isLetIn(phone)).isFalse();
    assertThat(house.isLetIn(laptop)).isTrue();
    assertThat(house.stores.sessions().endReason(session)).contains(EndReason.LOGGED_OUT);
  }

  @Test
  void makesNoErrorOfEndingASessionTwice() {
    endSession.end(onLaptop, anna.id(), onLaptop.session());

    assertThat(endSession.end(onLaptop, anna.id(), onLaptop.session())).isTrue();
  }

  @Test
  void endsAnyonesSessionForAnAdminAndSaysSo() {
    assertThat(endSession.end(admin, anna.id(), onLaptop.session())).isTrue();

    assertThat(house.isLetIn(laptop)).isFalse();
    assertThat(house.stores.sessions().endReason(onLaptop.session()))
        .contains(EndReason.ENDED_BY_ADMIN);
  }

  @Test
  void answersAlikeForAForeignSessionAndForNone() {
    var none = new SessionId(house.ids.next());

    assertThat(endSession.end(bob, anna.id(), onLaptop.session())).isFalse();
    assertThat(endSession.end(bob, bob.user().id(), onLaptop.session())).isFalse();
    assertThat(endSession.end(bob, bob.user().id(), none)).isFalse();
    assertThat(endSession.end(admin, admin.user().id(), onLaptop.session())).isFalse();

    assertThat(house.isLetIn(laptop)).isTrue();
  }
}
