package dev.latchkey.application.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.House;
import dev.latchkey.application.Meddler;
import dev.latchkey.domain.limit.AccountKey;
import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.limit.LimitName;
import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.domain.port.Overloaded;
import dev.latchkey.domain.port.RateLimits;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.user.User;
import dev.latchkey.testkit.limit.InMemoryRateLimits;
import dev.latchkey.testkit.race.Race;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The limits of wrong passwords, on checks that cost nothing.
class LimitPasswordsTest {
  private static final Client HOME = new Client("192.0.2.7", null);
  private static final AccountKey GHOST = AccountKey.missing("ghost@example.test");

  private final House house = new House();
  private final RateLimits limits = new InMemoryRateLimits();
  private final LimitPasswords passwords = over(limits, LimitPolicy.standard());
  private final AtomicInteger checks = new AtomicInteger();

  /// What came of an attempt.
  private sealed interface Outcome {
    enum Checked implements Outcome {
      RIGHT,
      WRONG
    }

    record Throttled(LimitName limit, Duration retryAfter) implements Outcome {
      static Throttled by(Admission.Refused refused) {
        return new Throttled(refused.by().name(), refused.retryAfter());
      }
    }
  }

  @Test
  @Tag("C128")
  void stopsTheSixthAttemptWhateverThePassword() {
    wrong(5, GHOST, HOME);

    assertThat(attempt(GHOST, HOME, Outcome.Checked.RIGHT))
        .isEqualTo(new Outcome.Throttled(LimitName.LOGIN_FAILURES, Duration.ofSeconds(30)));
    assertThat(checks).hasValue(5);
  }

  @Test
  void letsOneMoreInAfterEachWait() {
    wrong(5, GHOST, HOME);

    for (var wait : new int[] {30, 60, 120, 240, 480, 900, 900}) {
      assertThat(attempt(GHOST, HOME, Outcome.Checked.WRONG))
          .isEqualTo(new Outcome.Throttled(LimitName.LOGIN_FAILURES, Duration.ofSeconds(wait)));
      house.clock.advance(Duration.ofSeconds(wait));
      wrong(1, GHOST, HOME);
    }
  }

  @Test
  @Tag("C054")
  void startsAnewAfterTheRightPassword() {
    for (var round = 0; round < 3; round++) {
      wrong(4, GHOST, HOME);
      right(1, GHOST, HOME);
    }
  }

  @Test
  @Tag("C129")
  void stopsAnAddressThatTriesManyAccounts() {
    for (var i = 0; i < 20; i++) {
      wrong(1, ghost(i), HOME);
    }

    assertThat(attempt(ghost(20), HOME, Outcome.Checked.RIGHT))
        .isEqualTo(new Outcome.Throttled(LimitName.LOGIN_ADDRESS, Duration.ofMinutes(5)));
    wrong(1, ghost(20), new Client("192.0.2.8", null));
  }

  @Test
  void stopsAnAddressForAnHourThatGoesOn() {
    for (var i = 0; i < 100; i++) {
      house.clock.advance(Duration.ofSeconds(30));
      wrong(1, ghost(i), HOME);
    }

    assertThat(attempt(ghost(100), HOME, Outcome.Checked.WRONG))
        .isEqualTo(
            new Outcome.Throttled(LimitName.LOGIN_ADDRESS_HOURLY, Duration.ofSeconds(3600 - 2970)));
  }

  @Test
  void stopsASiteThatTriesFromManyAddresses() {
    for (var i = 0; i < 300; i++) {
      wrong(1, ghost(i), new Client("2001:db8:1:%x::1".formatted(i % 100), null));
    }

    assertThat(attempt(ghost(300), new Client("2001:db8:1:ffff::1", null), Outcome.Checked.RIGHT))
        .isEqualTo(new Outcome.Throttled(LimitName.LOGIN_SITE, Duration.ofHours(1)));
    wrong(1, ghost(300), new Client("2001:db8:2::1", null));
  }

  @Test
  void countsNoSuccessAgainstASite() {
    for (var i = 0; i < 400; i++) {
      right(1, ghost(i), new Client("203.0.113.%d".formatted(i % 250), null));
    }
  }

  @Test
  @Tag("C133")
  void keepsTheUsersOwnNetworkOpenWhileItsSiteIsStopped() {
    var victim = AccountKey.of(knownFromHome().id());
    for (var i = 0; i < 300; i++) {
      wrong(1, ghost(i), new Client("192.0.2.%d".formatted(100 + i % 100), null));
    }
    assertThat(attempt(ghost(300), HOME, Outcome.Checked.RIGHT))
        .isInstanceOf(Outcome.Throttled.class);

    right(1, victim, HOME);
  }

  @Test
  void countsNoSuccessAgainstAnAddress() {
    for (var i = 0; i < 150; i++) {
      right(1, ghost(i), HOME);
    }
  }

  @Test
  void leavesTheFailuresOfAnAddressCountedWhenOneOfItsPasswordsIsRight() {
    for (var i = 0; i < 20; i++) {
      wrong(1, ghost(i), HOME);
      if (i < 19) {
        right(1, ghost(1000), HOME);
      }
    }

    assertThat(attempt(ghost(20), HOME, Outcome.Checked.WRONG))
        .isInstanceOf(Outcome.Throttled.class);
  }

  @Test
  @Tag("C131")
  void countsAnIpv6NetworkAsOneAddress() {
    for (var i = 0; i < 20; i++) {
      wrong(1, ghost(i), new Client("2001:db8:1:2::" + Integer.toHexString(i), null));
    }

    assertThat(attempt(ghost(20), new Client("2001:db8:1:2:ffff::1", null), Outcome.Checked.WRONG))
        .isInstanceOf(Outcome.Throttled.class);
    wrong(1, ghost(20), new Client("2001:db8:1:3::1", null));
  }

  @Test
  @Tag("C133")
  void keepsTheUsersOwnNetworkOpenWhileStrangersTry() {
    var victim = AccountKey.of(knownFromHome().id());

    var tried = 0;
    for (var network = 0; network < 50; network++) {
      for (var i = 0; i < 20; i++) {
        attempt(victim, stranger(network), Outcome.Checked.WRONG);
        tried++;
      }
    }

    assertThat(tried).isEqualTo(1000);
    assertThat(checks).hasValue(30);
    assertThat(attempt(victim, new Client("198.51.100.1", null), Outcome.Checked.RIGHT))
        .isEqualTo(new Outcome.Throttled(LimitName.LOGIN_ACCOUNT, Duration.ofMinutes(15)));
    right(1, victim, HOME);
  }

  @Test
  @Tag("C133")
  void letsStrangersUseUpNothingOfAKnownNetwork() {
    var victim = AccountKey.of(knownFromHome().id());
    for (var network = 0; network < 6; network++) {
      wrong(5, victim, stranger(network));
    }

    wrong(5, victim, HOME);

    assertThat(attempt(victim, HOME, Outcome.Checked.RIGHT))
        .isEqualTo(new Outcome.Throttled(LimitName.LOGIN_FAILURES, Duration.ofSeconds(30)));
  }

  @Test
  void forgetsANetworkThirtyDaysAfterTheLastLogIn() {
    var victim = AccountKey.of(knownFromHome().id());
    house.clock.advance(Duration.ofDays(30).plusSeconds(1));
    for (var network = 0; network < 6; network++) {
      wrong(5, victim, stranger(network));
    }

    assertThat(attempt(victim, HOME, Outcome.Checked.RIGHT)).isInstanceOf(Outcome.Throttled.class);
  }

  @Test
  @Tag("C134")
  void closesThePasswordToStrangersAfterAHundredInARow() {
    var user = knownFromHome();
    var victim = AccountKey.of(user.id());
    exhaust(victim);

    house.clock.advance(Duration.ofDays(200));
    house.loggedIn(user);

    assertThat(attempt(victim, new Client("198.51.100.1", null), Outcome.Checked.RIGHT))
        .isEqualTo(new Outcome.Throttled(LimitName.LOGIN_CLOSE, Duration.ofMinutes(15)));
    right(1, victim, HOME);
    right(1, victim, new Client("198.51.100.1", null));
  }

  @Test
  @Tag("C134")
  void opensAClosedPasswordAfterAReset() {
    var user = knownFromHome();
    var victim = AccountKey.of(user.id());
    var away = new Client("198.51.100.1", null);
    exhaust(victim);
    assertThat(attempt(victim, away, Outcome.Checked.RIGHT)).isInstanceOf(Outcome.Throttled.class);

    new ReopenPassword(limits, LimitPolicy.standard()).reopen(user.id(), away);

    right(1, victim, away);
    right(1, victim, stranger(3));
  }

  @Test
  @Tag("C134")
  void closesAKnownNetworkOfItsOwnAfterAHundredInARowToo() {
    var victim = AccountKey.of(knownFromHome().id());
    for (var i = 0; i < 100; i++) {
      house.clock.advance(Duration.ofMinutes(15));
      wrong(1, victim, HOME);
    }

    house.clock.advance(Duration.ofMinutes(31));

    assertThat(attempt(victim, HOME, Outcome.Checked.RIGHT))
        .isEqualTo(new Outcome.Throttled(LimitName.LOGIN_CLOSE, Duration.ofMinutes(15)));
  }

  @Test
  @Tag("C135")
  void leavesAnAttemptCountedThatFails() {
    for (var i = 0; i < 5; i++) {
      assertThatThrownBy(() -> run(GHOST, HOME, LimitPasswordsTest::fail))
          .isInstanceOf(IllegalStateException.class);
    }

    assertThat(attempt(GHOST, HOME, Outcome.Checked.RIGHT)).isInstanceOf(Outcome.Throttled.class);
  }

  @Test
  void countsNoAttemptThatFoundNoRoomToBeHashed() {
    for (var i = 0; i < 50; i++) {
      assertThatThrownBy(() -> run(GHOST, HOME, LimitPasswordsTest::shed))
          .isInstanceOf(Overloaded.class);
    }

    wrong(5, GHOST, HOME);
  }

  @Test
  void countsNoAttemptWhoseAnswerGotLost() {
    for (var i = 0; i < 50; i++) {
      assertThatThrownBy(() -> run(GHOST, HOME, LimitPasswordsTest::lost))
          .isInstanceOf(Unavailable.class);
    }

    wrong(5, GHOST, HOME);
  }

  @Test
  void keepsWhatTheRightPasswordOpenedWhereTheCountersAreLost() {
    var lost =
        Meddler.before(
            RateLimits.class,
            limits,
            "settle",
            () -> {
              throw new Unavailable("the database", Duration.ofSeconds(1), new Exception());
            });

    var outcome =
        over(lost, LimitPolicy.standard())
            .<Outcome>limited(
                GHOST,
                HOME,
                () -> Outcome.Checked.RIGHT,
                Outcome.Checked.RIGHT::equals,
                Outcome.Throttled::by);

    assertThat(outcome).isEqualTo(Outcome.Checked.RIGHT);
  }

  @Test
  void runsNoMoreChecksAtOnceThanAreAllowed() {
    var outcomes = Race.of(64, () -> attempt(GHOST, HOME, Outcome.Checked.WRONG));

    assertThat(checks).hasValue(5);
    assertThat(outcomes).filteredOn(Outcome.Throttled.class::isInstance).hasSize(59);
  }

  @Test
  void limitsNothingWhereThatIsThePolicy() {
    var free = over(limits, LimitPolicy.none());

    for (var i = 0; i < 200; i++) {
      Outcome outcome =
          free.limited(
              GHOST,
              HOME,
              () -> Outcome.Checked.WRONG,
              Outcome.Checked.RIGHT::equals,
              Outcome.Throttled::by);
      assertThat(outcome).isEqualTo(Outcome.Checked.WRONG);
    }
  }

  @Test
  void countsNoAddressOfCallersOfWhomNothingIsKnown() {
    for (var i = 0; i < 50; i++) {
      wrong(1, ghost(i), Client.UNKNOWN);
    }
    wrong(4, ghost(0), Client.UNKNOWN);

    assertThat(attempt(ghost(0), Client.UNKNOWN, Outcome.Checked.WRONG))
        .isInstanceOf(Outcome.Throttled.class);
  }

  private LimitPasswords over(RateLimits limits, LimitPolicy policy) {
    return new LimitPasswords(limits, policy, house.sessions, house.clock);
  }

  /// A user with a session that was opened at home.
  private User knownFromHome() {
    var user = house.registered("victim@example.test");
    house.loggedIn(user);
    return user;
  }

  /// A hundred strangers' wrong passwords, each after every wait.
  private void exhaust(AccountKey account) {
    for (var i = 0; i < 100; i++) {
      house.clock.advance(Duration.ofMinutes(1));
      wrong(1, account, stranger(i));
    }
  }

  private static Client stranger(int network) {
    return new Client("203.0.%d.9".formatted(network), null);
  }

  private static AccountKey ghost(int number) {
    return AccountKey.missing("ghost%d@example.test".formatted(number));
  }

  private void wrong(int times, AccountKey account, Client client) {
    for (var i = 0; i < times; i++) {
      assertThat(attempt(account, client, Outcome.Checked.WRONG)).isEqualTo(Outcome.Checked.WRONG);
    }
  }

  private void right(int times, AccountKey account, Client client) {
    for (var i = 0; i < times; i++) {
      assertThat(attempt(account, client, Outcome.Checked.RIGHT)).isEqualTo(Outcome.Checked.RIGHT);
    }
  }

  private Outcome attempt(AccountKey account, Client client, Outcome outcome) {
    return run(account, client, () -> outcome);
  }

  private Outcome run(AccountKey account, Client client, Supplier<Outcome> check) {
    return passwords.limited(
        account,
        client,
        () -> {
          checks.incrementAndGet();
          return check.get();
        },
        Outcome.Checked.RIGHT::equals,
        Outcome.Throttled::by);
  }

  private static Outcome fail() {
    throw new IllegalStateException("after the count");
  }

  private static Outcome shed() {
    throw new Overloaded("the hasher", Duration.ofSeconds(1));
  }

  private static Outcome lost() {
    throw new Unavailable("the database", Duration.ofSeconds(1), new Exception());
  }
}
