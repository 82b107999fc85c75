package dev.latchkey.application.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.House;
import dev.latchkey.application.Meddler;
import dev.latchkey.application.session.LogIn;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.limit.AccountKey;
import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.limit.Claim;
import dev.latchkey.domain.limit.LimitKey;
import dev.latchkey.domain.limit.LimitName;
import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.port.TicketStore;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.user.User;
import dev.latchkey.testkit.race.Race;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a person is told of those who guess.
final class WarnOfGuessesTest {
  private static final String VICTIM = "victim@example.test";

  private final House house = new House(LimitPolicy.standard());
  private final User victim = house.registered(VICTIM);

  @Test
  @Tag("C133")
  void tellsTheUserOnceHoweverManyGuess() {
    for (var i = 0; i < 1_000; i++) {
      guess(VICTIM, i % 50);
    }

    assertThat(house.mailsOf(MailKind.WRONG_PASSWORDS)).isOne();
    assertThat(closings()).isEmpty();
  }

  @Test
  @Tag("C133")
  void tellsTheUserAgainTheNextDay() {
    for (var day = 1; day <= 3; day++) {
      for (var i = 0; i < 31; i++) {
        guess(VICTIM, i);
      }
      assertThat(house.mailsOf(MailKind.WRONG_PASSWORDS)).isEqualTo(day);
      house.clock.advance(Duration.ofDays(1));
    }
  }

  @Test
  @Tag("C134")
  void writesDownOnceThatThePasswordIsClosedAndAgainWhereItIsClosedAnew() {
    for (var closing = 1; closing <= 2; closing++) {
      close();
      for (var i = 0; i < 20; i++) {
        guess(VICTIM, i);
      }

      assertThat(closings())
          .hasSize(closing)
          .allMatch(event -> victim.id().equals(event.user()) && event.actor() == null);
      reset();
    }
  }

  @Test
  @Tag("C134")
  void letsAResetOpenWhatIsClosed() {
    close();
    assertThat(house.logIn().logIn(VICTIM, House.PASSWORD, stranger(7)))
        .isInstanceOf(LogIn.Throttled.class);

    reset();

    assertThat(house.logIn().logIn(VICTIM, House.PASSWORD, stranger(7)))
        .isInstanceOf(LogIn.LoggedIn.class);
  }

  @Test
  void tellsNobodyOfSlipsOfTheirOwn() {
    for (var i = 0; i < 20; i++) {
      guess(VICTIM, 1);
    }

    assertThat(house.mailsOf(MailKind.WRONG_PASSWORDS)).isZero();
  }

  @Test
  void countsForAnAccountThatDoesNotExistWhatItSaysToNobody() {
    var ghost = AccountKey.missing("ghost@example.test");
    var before = house.stores.audit().events().size();
    forgetCounters();

    house.warnOfGuesses().warn(ghost, null, stopped(LimitName.LOGIN_CLOSE), House.REQUEST);

    assertThat(house.stores.audit().events()).hasSize(before);
    assertThat(house.mailsOf(MailKind.WRONG_PASSWORDS)).isZero();
    assertThat(forgetCounters()).isEqualTo(2);
  }

  @Test
  void tellsTheUserOnceWhereManyAreStoppedAtOnce() {
    for (var round = 1; round <= 20; round++) {
      Race.of(
          16,
          () -> {
            warn(house.warnOfGuesses());
            return true;
          });

      assertThat(house.mailsOf(MailKind.WRONG_PASSWORDS)).isEqualTo(round);
      assertThat(closings()).hasSize(round);
      house.clock.advance(Duration.ofDays(365));
    }
  }

  @Test
  @Tag("C145")
  void saysLaterWhatCouldNotBeWritten() {
    var isLost = new AtomicBoolean(true);
    var tickets =
        Meddler.before(
            TicketStore.class,
            house.stores.tickets(),
            "issue",
            () -> {
              if (isLost.getAndSet(false)) {
                throw new Unavailable("the database", Duration.ofSeconds(1), new Exception());
              }
            });
    var warnOfGuesses = new WarnOfGuesses(tickets, house.limits, house.clock);

    assertThatThrownBy(() -> warn(warnOfGuesses)).isInstanceOf(Unavailable.class);
    assertThat(closings()).isEmpty();
    warn(warnOfGuesses);

    assertThat(closings()).hasSize(1);
    assertThat(house.mailsOf(MailKind.WRONG_PASSWORDS)).isOne();
  }

  private void warn(WarnOfGuesses warnOfGuesses) {
    var account = AccountKey.of(victim.id());
    warnOfGuesses.warn(account, victim, stopped(LimitName.LOGIN_CLOSE), House.REQUEST);
  }

  private static Admission.Refused stopped(LimitName name) {
    var claim = new Claim(name, name.standard(), LimitKey.of(name, List.of("any")));
    return new Admission.Refused(claim, Duration.ofMinutes(15));
  }

  /// A hundred wrong passwords, each after every wait, and one that finds it closed.
  private void close() {
    for (var i = 0; i < 101; i++) {
      house.clock.advance(Duration.ofMinutes(1));
      guess(VICTIM, i);
    }
  }

  private void reset() {
    house.requestPasswordReset().request(VICTIM, House.REQUEST);
    var secret = house.secretOf(MailKind.RESET_PASSWORD);
    house.resetPassword().reset(secret, new RawPassword(House.PASSWORD.reveal()), House.REQUEST);
  }

  /// @return how many there were
  private int forgetCounters() {
    return house.limits.forgetAll();
  }

  private void guess(String login, int network) {
    assertThat(house.logIn().logIn(login, House.WRONG, stranger(network)))
        .isInstanceOfAny(LogIn.Refused.class, LogIn.Throttled.class);
  }

  private static Origin stranger(int network) {
    return new Origin("request-1", new Client("203.0.%d.9".formatted(network), null));
  }

  private List<AuditEvent> closings() {
    return house.stores.audit().events().stream()
        .filter(event -> event.kind() == EventKind.PASSWORD_CLOSED)
        .toList();
  }
}
