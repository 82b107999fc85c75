package dev.latchkey.bootstrap.mail;

import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.mail.SendMails;
import dev.latchkey.domain.mail.Delivery;
import dev.latchkey.domain.mail.Letter;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.Outbox;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.testkit.mail.PlainLetters;
import dev.latchkey.testkit.mail.RecordingMailer;
import dev.latchkey.testkit.sample.SampleUsers;
import dev.latchkey.testkit.store.InMemoryStores;
import dev.latchkey.testkit.time.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MailWorkerTest {
  private final SettableClock clock = new SettableClock();
  private final InMemoryStores stores = new InMemoryStores();
  private final RecordingMailer mailer = new RecordingMailer();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Semaphore attempts = new Semaphore(0);

  @Test
  void sendsWhatWaitsAndWhatComesLaterOnceEach() throws InterruptedException {
    answer(new Delivery.Accepted());
    // More than it looks at in one go.
    var people = people(12);
    try (var worker = worker(stores.outbox())) {
      worker.start();
      attempts.acquire(12);

      people.addAll(people(1));
      attempts.acquire(1);
    }

    assertThat(mailer.accepted())
        .extracting(Letter::to)
        .containsExactlyInAnyOrderElementsOf(people);
    assertThat(sent()).isEqualTo(13);
    assertThat(stores.outbox().countWaiting()).isZero();
  }

  @Test
  void countsWhatIsPutOffAndWhatIsGivenUp() throws InterruptedException {
    people(1);
    answer(new Delivery.Deferred("smtp 450"));
    try (var worker = worker(stores.outbox())) {
      worker.start();
      attempts.acquire(1);
      answer(new Delivery.Refused("smtp 550"));
      people(2);
      attempts.acquire(2);
    }

    assertThat(counted("latchkey.mail.deferred")).isEqualTo(1);
    assertThat(counted("latchkey.mail.failed")).isEqualTo(2);
    assertThat(sent()).isZero();
  }

  @Test
  void goesOnWhereTheOutboxCouldNotAnswer() throws InterruptedException {
    var isLost = new AtomicBoolean(true);
    people(1);
    answer(new Delivery.Accepted());
    try (var worker = worker(lostAtFirst(isLost))) {
      worker.start();
      attempts.acquire(1);
    }

    assertThat(isLost).isFalse();
    assertThat(sent()).isEqualTo(1);
  }

  @Test
  void goesOnWithTheOthersWhereAMailCannotBeHandledAtAll() throws InterruptedException {
    var broken = people(1).getFirst();
    var others = people(2);
    mailer.answer(letter -> {
      attempts.release();
      if (letter.to().equals(broken)) {
        throw new IllegalStateException("a defect");
      }
      return new Delivery.Accepted();
    });
    try (var worker = worker(stores.outbox())) {
      worker.start();
      attempts.acquire(3);
    }

    assertThat(mailer.accepted())
        .extracting(Letter::to)
        .containsExactlyInAnyOrderElementsOf(others);
    assertThat(stores.outbox().countWaiting()).isEqualTo(1);
  }

  @Test
  void endsTheMailUnderWayAndBeginsNoOtherWhenItIsClosed() throws InterruptedException {
    var proceed = new CountDownLatch(1);
    people(3);
    mailer.answer(letter -> {
      attempts.release();
      await(proceed);
      return new Delivery.Accepted();
    });
    var worker = worker(stores.outbox());
    worker.start();
    attempts.acquire(1);

    var closing = Thread.ofPlatform().start(worker::close);
    while (closing.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    proceed.countDown();
    closing.join();

    assertThat(mailer.accepted()).hasSize(1);
    assertThat(sent()).isEqualTo(1);
    assertThat(stores.outbox().countWaiting()).isEqualTo(2);
  }

  @Test
  void canBeClosedWhereItNeverWasStarted() {
    people(1);
    answer(new Delivery.Accepted());

    worker(stores.outbox()).close();

    assertThat(stores.outbox().countWaiting()).isEqualTo(1);
  }

  private MailWorker worker(Outbox outbox) {
    var sendMails = new SendMails(outbox, new PlainLetters(), mailer, Set.of(), clock);
    return new MailWorker(sendMails, new MailCounter(registry, outbox));
  }

  private void answer(Delivery delivery) {
    mailer.answer(letter -> {
      attempts.release();
      return delivery;
    });
  }

  /// New users to each of whom a mail is to be sent.
  private List<EmailAddress> people(int count) {
    var addresses = new ArrayList<EmailAddress>();
    for (var i = 0; i < count; i++) {
      var user = SampleUsers.user();
      var mail = Mail.notice(MailKind.PASSWORD_CHANGED, user, Client.UNKNOWN, clock.instant());
      stores.users().register(user, HASH, Consequences.NONE.with(mail));
      addresses.add(user.email());
    }
    return addresses;
  }

  /// The outbox, which cannot be reached the first time.
  private Outbox lostAtFirst(AtomicBoolean isLost) {
    var outbox = stores.outbox();
    return (Outbox)
        Proxy.newProxyInstance(
            Outbox.class.getClassLoader(),
            new Class<?>[] {Outbox.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("claim") && isLost.getAndSet(false)) {
                throw new Unavailable("the pool", Duration.ofSeconds(1), new Exception());
              }
              return method.invoke(outbox, arguments);
            });
  }

  private double sent() {
    return registry.get("latchkey.mail.sent").tag("kind", "password_changed").counter().count();
  }

  private double counted(String name) {
    return registry.get(name).counter().count();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted in the middle of a mail", e);
    }
  }
}
