package dev.latchkey.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.application.session.RefreshSession.Refreshed;
import dev.latchkey.application.session.RefreshSession.Refused;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.RefreshToken;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionPolicy;
import dev.latchkey.domain.user.User;
import dev.latchkey.testkit.race.Race;
import java.time.Duration;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class RefreshSessionTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final House house = new House();
  private final User anna = house.registered("anna@x.test");
  private final TokenPair first = house.loggedIn(anna);

  @Tag("C071")
  @Test
  void rotatesAHundredTimesInOneSession() {
    var seen = new HashSet<>();
    var jtis = new HashSet<UUID>();
    var session = house.caller(first).session();
    var pair = first;
    for (int i = 0; i < 100; i++) {
      house.clock.advance(SECOND);

      var outcome = house.refresh(pair);

      assertThat(outcome)
          .isInstanceOfSatisfying(
              Refreshed.class, refreshed -> assertThat(refreshed.concurrent()).isFalse());
      pair = ((Refreshed) outcome).pair();
      var claims = house.refreshTokens.read(pair.refresh().reveal()).orElseThrow();
      assertThat(seen.add(pair.refresh())).isTrue();
      assertThat(seen.add(pair.access())).isTrue();
      assertThat(jtis.add(claims.jti())).isTrue();
      assertThat(claims.session()).isEqualTo(session);
    }

    assertThat(house.sessions.list(anna.id(), house.now()))
        .singleElement()
        .satisfies(live -> assertThat(live.lastUsedAt()).isEqualTo(house.now()));
  }

  @Test
  void leavesTheAccessTokenThatIsStillInUseAlone() {
    house.refreshed(first);

    assertThat(house.isLetIn(first)).isTrue();
  }

  @Tag("C072")
  @Test
  void givesTheSameSuccessorAgainWithinTheGrace() {
    var second = house.refreshed(first);
    house.clock.advance(house.policy.grace());

    var again = house.refresh(first);

    assertThat(again)
        .isInstanceOfSatisfying(
            Refreshed.class,
            refreshed -> {
              assertThat(refreshed.concurrent()).isTrue();
              assertThat(refreshed.pair().refresh()).isEqualTo(second.refresh());
              assertThat(refreshed.pair().access()).isNotEqualTo(second.access());
              assertThat(house.isLetIn(refreshed.pair())).isTrue();
            });
    assertThat(house.refresh(second)).isInstanceOf(Refreshed.class);
  }

  @Tag("C073")
  @Test
  void endsTheSessionWhenASpentTokenComesBackAfterTheGrace() {
    var other = house.loggedIn(anna);
    var session = house.caller(first).session();
    var second = house.refreshed(first);
    house.clock.advance(house.policy.grace().plus(SECOND));

    assertThat(house.refresh(first)).isEqualTo(Refused.REUSED);

    assertThat(house.refresh(second)).isEqualTo(Refused.ENDED);
    assertThat(house.isLetIn(first)).isFalse();
    assertThat(house.isLetIn(second)).isFalse();
    assertThat(house.isLetIn(other)).isTrue();
    assertThat(house.stores.sessions().endReason(session)).contains(EndReason.TOKEN_REUSED);
  }

  @Tag("C073")
  @Test
  void doesNotProlongTheGraceByRepeating() {
    house.refreshed(first);
    house.clock.advance(house.policy.grace().minus(SECOND));
    assertThat(house.refresh(first)).isInstanceOf(Refreshed.class);
    house.clock.advance(SECOND.multipliedBy(2));

    assertThat(house.refresh(first)).isEqualTo(Refused.REUSED);
  }

  @Tag("C074")
  @Test
  void takesAGrandparentForReuseEvenWithinTheGrace() {
    var third = house.refreshed(house.refreshed(first));
    house.clock.advance(SECOND.multipliedBy(3));

    assertThat(house.refresh(first)).isEqualTo(Refused.REUSED);
    assertThat(house.refresh(third)).isEqualTo(Refused.ENDED);
  }

  @Tag("C072")
  @Test
  void takesTheVeryFirstRepetitionForReuseWhereThereIsNoGrace() {
    var policy = SessionPolicy.standard();
    var strict =
        new House(
            new SessionPolicy(
                policy.accessLifetime(), policy.lifetime(), policy.idle(), Duration.ZERO, 50));
    var pair = strict.loggedIn(strict.registered("anna@x.test"));
    var successor = strict.refreshed(pair);

    assertThat(strict.refresh(pair)).isEqualTo(Refused.REUSED);
    assertThat(strict.refresh(successor)).isEqualTo(Refused.ENDED);
  }

  @Tag("C075")
  @Test
  void outlivesAnIdleTimeJustShortOfTheLimit() {
    house.clock.advance(house.policy.idle().minusSeconds(60));

    var pair = house.refreshed(first);

    assertThat(pair.refreshExpiresIn()).isEqualTo(house.policy.idle());
  }

  @Tag("C075")
  @Test
  void expiresAfterBeingIdleTooLongWithoutBeingTakenForStolen() {
    house.clock.advance(house.policy.idle().plus(SECOND));

    assertThat(house.refresh(first)).isEqualTo(Refused.EXPIRED);
    assertThat(house.stores.sessions().endReason(sessionOf(first).id())).isEmpty();
  }

  @Tag("C076")
  @Test
  void neverMovesTheEndOfTheSessionAndGivesNoAccessTokenBeyondIt() {
    var end = house.now().plus(house.policy.lifetime());
    var pair = first;
    while (house.now().plus(Duration.ofHours(1)).isBefore(end)) {
      house.clock.advance(Duration.ofHours(1));
      pair = house.refreshed(pair);

      assertThat(sessionOf(pair).expiresAt()).isEqualTo(end);
      assertThat(house.now().plus(pair.expiresIn())).isBeforeOrEqualTo(end);
      assertThat(house.now().plus(pair.refreshExpiresIn())).isBeforeOrEqualTo(end);
    }
    house.clock.set(end.minus(SECOND.multipliedBy(10)));
    pair = house.refreshed(pair);
    assertThat(pair.expiresIn()).isEqualTo(Duration.ofSeconds(10));
    assertThat(pair.refreshExpiresIn()).isEqualTo(Duration.ofSeconds(10));
    assertThat(house.isLetIn(pair)).isTrue();

    house.clock.set(end);

    assertThat(house.refresh(pair)).isEqualTo(Refused.EXPIRED);
    assertThat(house.isLetIn(pair)).isFalse();
  }

  @Tag("C118")
  @Test
  void givesTheRoleOfThisMoment() {
    var customer = house.roles.find("customer").orElseThrow();
    var now = house.stored(anna);
    house.users.update(
        now.edited(now.email(), now.profile(), customer, true, false),
        house.now(),
        Consequences.NONE);

    assertThat(house.refreshed(first).user().role()).isEqualTo(customer);
  }

  @Tag("C072")
  @RepeatedTest(20)
  void givesOneSuccessorToSixtyFourCallersAtOnce() {
    var outcomes = Race.of(64, () -> house.refresh(first));

    assertThat(outcomes).hasSize(64).allMatch(Refreshed.class::isInstance);
    assertThat(outcomes).filteredOn(outcome -> !((Refreshed) outcome).concurrent()).hasSize(1);
    var successors = new HashSet<RefreshToken>();
    outcomes.forEach(outcome -> successors.add(((Refreshed) outcome).pair().refresh()));
    assertThat(successors).hasSize(1);
  }

  private Session sessionOf(TokenPair pair) {
    var claims = house.refreshTokens.read(pair.refresh().reveal()).orElseThrow();
    return house.sessions.list(anna.id(), house.clock.instant().minus(house.policy.idle())).stream()
        .filter(session -> session.id().equals(claims.session()))
        .findAny()
        .orElseThrow();
  }
}
