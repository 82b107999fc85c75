package dev.latchkey.application.mail;

import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.mail.Settled.Result;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.mail.ClaimedMail;
import dev.latchkey.domain.mail.Delivery;
import dev.latchkey.domain.mail.Letter;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.user.User;
import dev.latchkey.testkit.mail.PlainLetters;
import dev.latchkey.testkit.mail.RecordingMailer;
import dev.latchkey.testkit.race.Race;
import dev.latchkey.testkit.sample.SampleUsers;
import dev.latchkey.testkit.store.InMemoryStores;
import dev.latchkey.testkit.time.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SendMailsTest {
  private final SettableClock clock = new SettableClock();
  private final InMemoryStores stores = new InMemoryStores();
  private final RecordingMailer mailer = new RecordingMailer();

  @Test
  void sendsWhatWaitsOnce() {
    var user = registerWithMail();

    var settled = node().send(() -> false);

    assertThat(settled).containsExactly(new Settled(MailKind.PASSWORD_CHANGED, Result.SENT, null));
    assertThat(mailer.accepted()).extracting(Letter::to).containsExactly(user.email());
    assertThat(node().send(() -> false)).isEmpty();
    clock.advance(Duration.ofDays(9));
    assertThat(node().send(() -> false)).isEmpty();
  }

  @Test
  @Tag("C164")
  void triesAgainLaterAndLaterWhatIsDeferred() {
    registerWithMail();
    mailer.answer(letter -> new Delivery.Deferred("smtp 450"));

    var pauses = new ArrayList<Duration>();
    for (var i = 0; i < 10; i++) {
      pauses.add(untilTheNextAttempt());
    }

    assertThat(pauses)
        .extracting(Duration::toSeconds)
        .containsExactly(0L, 30L, 60L, 120L, 240L, 480L, 960L, 1920L, 3600L, 3600L);
  }

  @Test
  @Tag("C164")
  void givesUpAfterAboutADay() {
    var user = registerWithMail();
    var start = clock.instant();
    mailer.answer(letter -> new Delivery.Deferred("smtp 450"));

    List<Settled> last;
    do {
      untilTheNextAttempt();
      last = lastSettled;
    } while (last.get(0).result() == Result.PUT_OFF);

    assertThat(last.get(0).result()).isEqualTo(Result.GIVEN_UP);
    assertThat(Duration.between(start, clock.instant()))
        .isBetween(Duration.ofHours(20), Duration.ofHours(28));
    assertThat(failures(user)).containsExactly("password_changed: smtp 450");
  }

  @Test
  @Tag("C164")
  void givesUpAtOnceWhatIsRefusedAndTellsTheAudit() {
    var user = registerWithMail();
    mailer.answer(letter -> new Delivery.Refused("smtp 550"));

    assertThat(node().send(() -> false))
        .extracting(Settled::result)
        .containsExactly(Result.GIVEN_UP);

    clock.advance(Duration.ofDays(9));
    assertThat(node().send(() -> false)).isEmpty();
    assertThat(failures(user)).containsExactly("password_changed: smtp 550");
  }

  @Test
  void refusesOneWithoutKeepingTheOthers() {
    var refused = registerWithMail();
    var other = registerWithMail();
    mailer.answer(letter ->
        letter.to().equals(refused.email())
            ? new Delivery.Refused("smtp 550")
            : new Delivery.Accepted());

    node().send(() -> false);

    assertThat(mailer.accepted()).extracting(Letter::to).containsExactly(other.email());
  }

  @Test
  @Tag("C046")
  void doesNotTryTheOthersWhereNobodyIsThereAndSendsAllOnceWhenSomebodyIs() {
    for (var i = 0; i < 4; i++) {
      registerWithMail();
    }
    var calls = new AtomicInteger();
    mailer.answer(letter -> {
      calls.incrementAndGet();
      throw new Unavailable("no connection", Duration.ofSeconds(1), new RuntimeException());
    });

    assertThat(node().send(() -> false))
        .extracting(Settled::result)
        .containsOnly(Result.PUT_OFF)
        .hasSize(4);
    assertThat(calls).hasValue(1);

    mailer.answer(letter -> new Delivery.Accepted());
    clock.advance(Duration.ofSeconds(30));
    node().send(() -> false);
    node().send(() -> false);
    assertThat(mailer.accepted()).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  @Tag("C164")
  void sendsOnceWhatANodeHadClaimedThatDied() {
    registerWithMail();
    mailer.answer(letter -> {
      throw new Died();
    });
    assertThatThrownBy(() -> node().send(() -> false)).isInstanceOf(Died.class);
    mailer.answer(letter -> new Delivery.Accepted());

    assertThat(node().send(() -> false)).isEmpty();
    clock.advance(Duration.ofMinutes(3));
    node().send(() -> false);
    node().send(() -> false);

    assertThat(mailer.accepted()).hasSize(1);
  }

  @Test
  void sendsEachOnceWhereManyNodesSend() {
    for (var i = 0; i < 30; i++) {
      registerWithMail();
    }

    Race.of(8, () -> node().send(() -> false));

    assertThat(mailer.accepted()).extracting(Letter::id).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  void putsOffAMailThatCannotBeWritten() {
    registerWithMail();
    mailer.answer(letter -> {
      throw new IllegalStateException("a defect");
    });
    assertThatThrownBy(() -> node().send(() -> false)).isInstanceOf(IllegalStateException.class);
    mailer.answer(letter -> new Delivery.Accepted());

    assertThat(node().send(() -> false)).isEmpty();
    clock.advance(Duration.ofSeconds(30));

    assertThat(node().send(() -> false)).hasSize(1);
  }

  @Test
  void claimsEachMailWhenItsTurnComes() {
    registerWithMail();
    registerWithMail();
    mailer.answer(letter -> {
      clock.advance(Duration.ofMinutes(2));
      return new Delivery.Accepted();
    });

    assertThat(node().send(() -> false)).hasSize(2);
    assertThat(node().send(() -> false)).isEmpty();
    assertThat(mailer.accepted()).extracting(Letter::id).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void leavesToOthersAtOnceWhatItHasNotBegunWhenItStops() {
    registerWithMail();
    registerWithMail();
    var stopping = new AtomicBoolean();
    mailer.answer(letter -> {
      stopping.set(true);
      return new Delivery.Accepted();
    });

    assertThat(node().send(stopping::get)).hasSize(1);
    assertThat(node().send(stopping::get)).isEmpty();

    var left = stores.outbox().claim(10, clock.instant(), clock.instant().plusSeconds(1));
    assertThat(left).extracting(ClaimedMail::attempt).containsExactly(1);
  }

  @Test
  void sendsNothingThatIsUnwanted() {
    registerWithMail();

    var settled = node(MailKind.PASSWORD_CHANGED).send(() -> false);

    assertThat(settled).extracting(Settled::result).containsExactly(Result.DROPPED);
    assertThat(mailer.accepted()).isEmpty();
    assertThat(stores.outbox().countWaiting()).isZero();
  }

  private List<Settled> lastSettled = List.of();

  private Duration untilTheNextAttempt() {
    var start = clock.instant();
    lastSettled = node().send(() -> false);
    while (lastSettled.isEmpty()) {
      clock.advance(Duration.ofSeconds(30));
      lastSettled = node().send(() -> false);
    }
    return Duration.between(start, clock.instant());
  }

  private List<String> failures(User user) {
    return stores.audit().events().stream()
        .filter(event -> event.kind() == EventKind.MAIL_FAILED && user.id().equals(event.user()))
        .map(AuditEvent::detail)
        .toList();
  }

  private SendMails node(MailKind... unwanted) {
    return new SendMails(stores.outbox(), new PlainLetters(), mailer, Set.of(unwanted), clock);
  }

  private User registerWithMail() {
    var user = SampleUsers.user();
    var mail = Mail.notice(MailKind.PASSWORD_CHANGED, user, Client.UNKNOWN, clock.instant());
    stores.users().register(user, HASH, Consequences.NONE.with(mail));
    return user;
  }

  /// The end of a process.
  private static final class Died extends Error {
    private static final long serialVersionUID = 1L;
  }
}
