package dev.latchkey.bootstrap.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.housekeeping.TidyUp;
import dev.latchkey.domain.housekeeping.Remains;
import dev.latchkey.domain.housekeeping.Retention;
import dev.latchkey.domain.port.Housekeeping;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.testkit.housekeeping.InMemoryHousekeeping;
import dev.latchkey.testkit.time.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HousekeeperTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final InMemoryHousekeeping remains = new InMemoryHousekeeping();

  @Test
  void tidiesUpAgainAndAgainAndCounts() throws InterruptedException {
    var rounds = new Semaphore(0);
    try (var housekeeper = housekeeper(remains, rounds)) {
      for (var round = 1; round <= 3; round++) {
        remains.leave(Remains.MAILS, Instant.EPOCH);
        // The round under way may be past the mails, the next one is not.
        rounds.drainPermits();
        housekeeper.start();
        rounds.acquire(3);

        assertThat(remains.count(Remains.MAILS)).isZero();
        assertThat(removed("mails")).isEqualTo(round);
      }
    }
    assertThat(removed("sessions")).isZero();
  }

  @Test
  void goesOnAfterAFailure() throws InterruptedException {
    var rounds = new Semaphore(0);
    var calls = new AtomicInteger();
    Housekeeping flaky =
        (what, keptSince, atMost) -> {
          if (calls.incrementAndGet() == 1) {
            throw new Unavailable("down", Duration.ofSeconds(1), new IllegalStateException());
          }
          return remains.remove(what, keptSince, atMost);
        };
    remains.leave(Remains.TOKENS, Instant.EPOCH);
    try (var housekeeper = housekeeper(flaky, rounds)) {
      housekeeper.start();
      // The round that fails comes to its last kind too.
      rounds.acquire(2);
    }

    assertThat(remains.count(Remains.TOKENS)).isZero();
  }

  @Test
  void countsWhatWentInARoundThatFails() throws InterruptedException {
    var rounds = new Semaphore(0);
    Housekeeping broken =
        (what, keptSince, atMost) -> {
          if (what == Remains.TOKENS) {
            throw new Unavailable("down", Duration.ofSeconds(1), new IllegalStateException());
          }
          return remains.remove(what, keptSince, atMost);
        };
    remains.leave(Remains.MAILS, Instant.EPOCH);
    try (var housekeeper = housekeeper(broken, rounds)) {
      housekeeper.start();
      rounds.acquire(1);
    }

    assertThat(removed("mails")).isEqualTo(1);
  }

  @Test
  void endsWithTheBatchThatIsUnderWay() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var proceed = new CountDownLatch(1);
    var batches = new AtomicInteger();
    Housekeeping endless =
        (what, keptSince, atMost) -> {
          batches.incrementAndGet();
          begun.countDown();
          await(proceed);
          return atMost;
        };
    var housekeeper = housekeeper(endless, new Semaphore(0));
    housekeeper.start();
    begun.await();

    var closing = Thread.ofPlatform().start(housekeeper::close);
    proceed.countDown();
    closing.join();

    var done = batches.get();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("housekeeping"));
    assertThat(batches.get()).isEqualTo(done);
  }

  @Test
  void doesNothingUnlessStarted() throws InterruptedException {
    var calls = new AtomicInteger();
    Housekeeping idle =
        (what, keptSince, atMost) -> {
          calls.incrementAndGet();
          return 0;
        };
    var rounds = new Semaphore(0);

    try (var _ = housekeeper(idle, new Semaphore(0));
        var other = housekeeper(remains, rounds)) {
      other.start();
      rounds.acquire(5);
    }

    assertThat(calls).hasValue(0);
  }

  private double removed(String what) {
    return registry.get("latchkey.housekeeping.removed").tag("what", what).counter().count();
  }

  /// Releases a permit where a round comes to its last kind.
  private Housekeeper housekeeper(Housekeeping housekeeping, Semaphore rounds) {
    Housekeeping watched =
        (what, keptSince, atMost) -> {
          if (what == Remains.values()[Remains.values().length - 1]) {
            rounds.release();
          }
          return housekeeping.remove(what, keptSince, atMost);
        };
    var tidyUp = new TidyUp(watched, Retention.standard(), new SettableClock());
    return new Housekeeper(tidyUp, registry, Duration.ofMillis(2));
  }

  /// As a statement does, which no interruption ends.
  private static void await(CountDownLatch latch) {
    var interrupted = false;
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
