package dev.latchkey.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.password.Verification;
import dev.latchkey.domain.port.Overloaded;
import dev.latchkey.domain.port.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PooledPasswordHasherTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final GatedHasher gated = new GatedHasher();
  private final ExecutorService callers = Executors.newCachedThreadPool();

  @AfterEach
  void endCallers() {
    gated.open();
    callers.shutdownNow();
  }

  @Test
  void answersWhatTheDelegateAnswers() {
    gated.open();

    try (var pool = new PooledPasswordHasher(gated, 2)) {
      assertThat(pool.hash(new RawPassword("a"))).isEqualTo(new PasswordHash("hash of a"));
      assertThat(pool.verify(new RawPassword("a"), null)).isEqualTo(Verification.DIFFERS);
      assertThat(pool.rejected()).isZero();
    }
  }

  @Test
  void computesOnThreadsOfAnothersMaking() {
    gated.open();
    var made = new ArrayList<Thread>();

    try (var pool =
        new PooledPasswordHasher(
            gated,
            2,
            work -> {
              var thread = new Thread(work);
              made.add(thread);
              return thread;
            })) {
      pool.hash(new RawPassword("a"));
    }

    assertThat(made)
        .extracting(Thread::getName)
        .containsExactly("password-hasher-1", "password-hasher-2");
  }

  @Test
  void passesOnWhatTheDelegateThrows() {
    gated.open();

    try (var pool = new PooledPasswordHasher(gated, 1)) {
      assertThatThrownBy(() -> pool.hash(new RawPassword("fail")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("as asked");
      assertThatThrownBy(() -> pool.hash(new RawPassword("die")))
          .isInstanceOf(OutOfMemoryError.class);
      assertThat(pool.hash(new RawPassword("b"))).isEqualTo(new PasswordHash("hash of b"));
    }
  }

  @Test
  @Tag("C161")
  void turnsAwayAtOnceWhoFindsTheQueueFull() {
    try (var pool = new PooledPasswordHasher(gated, 1, 2, LONG)) {
      occupy(pool, "running");
      await().until(() -> pool.active() == 1);
      occupy(pool, "first");
      occupy(pool, "second");
      await().until(() -> pool.queued() == 2);

      assertThatThrownBy(() -> pool.hash(new RawPassword("third")))
          .isInstanceOfSatisfying(
              Overloaded.class, e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(2)));
      assertThat(pool.rejected()).isEqualTo(1);
    }
  }

  @Test
  void neverComputesMoreAtOnceThanItHasThreads() {
    try (var pool = new PooledPasswordHasher(gated, 2, 10, LONG)) {
      var work = IntStream.range(0, 10).mapToObj(i -> hashInBackground(pool, "p" + i)).toList();
      await().until(() -> pool.queued() == 8);
      gated.open();

      assertThat(work).allSatisfy(one -> assertThat(one.get()).isNotNull());
      assertThat(gated.mostAtOnce()).isEqualTo(2);
      assertThat(pool.queued()).isZero();
      await().until(() -> pool.active() == 0);
    }
  }

  @Test
  void neverComputesWhatWaitedTooLong() {
    try (var pool = new PooledPasswordHasher(gated, 1, 2, Duration.ofMillis(50))) {
      var running = hashInBackground(pool, "running");
      await().until(() -> pool.active() == 1);

      assertThatThrownBy(() -> pool.hash(new RawPassword("late"))).isInstanceOf(Overloaded.class);

      assertThat(pool.queued()).isZero();
      gated.open();
      assertThat(running).succeedsWithin(LONG);
      assertThat(pool.hash(new RawPassword("next"))).isEqualTo(new PasswordHash("hash of next"));
      assertThat(gated.begun()).containsExactly("running", "next");
    }
  }

  @Test
  void neverComputesForACallerWhoWasInterrupted() {
    try (var pool = new PooledPasswordHasher(gated, 1, 2, LONG)) {
      var running = hashInBackground(pool, "running");
      await().until(() -> pool.active() == 1);
      var outcome = new CompletableFuture<Throwable>();
      var caller = new Thread(() -> outcome.complete(failure(pool, "given up")));
      caller.start();
      await().until(() -> pool.queued() == 1);

      caller.interrupt();

      assertThat(outcome).succeedsWithin(LONG).isInstanceOf(Unavailable.class);
      assertThat(pool.queued()).isZero();
      gated.open();
      assertThat(running).succeedsWithin(LONG);
      assertThat(gated.begun()).containsExactly("running");
    }
  }

  @Test
  void checksPassAFloodOfNewHashes() throws Exception {
    try (var pool = new PooledPasswordHasher(gated, 1, 100, LONG)) {
      occupy(pool, "running");
      await().until(() -> pool.active() == 1);
      IntStream.range(0, 100).forEach(i -> occupy(pool, "flood"));
      await().until(() -> pool.queued() == 100);

      var check = callers.submit(() -> pool.verify(new RawPassword("check"), null));
      await().until(() -> pool.queued() == 101);
      gated.open();

      assertThat(check.get()).isEqualTo(Verification.DIFFERS);
      assertThat(gated.begun().indexOf("check")).isBetween(1, 4);
    }
  }

  @Test
  void newHashesPassAFloodOfChecks() throws Exception {
    try (var pool = new PooledPasswordHasher(gated, 1, 100, LONG)) {
      occupy(pool, "running");
      await().until(() -> pool.active() == 1);
      IntStream.range(0, 100)
          .forEach(i -> inBackground(() -> pool.verify(new RawPassword("flood"), null)));
      await().until(() -> pool.queued() == 100);

      var hash = hashInBackground(pool, "new");
      await().until(() -> pool.queued() == 101);
      gated.open();

      assertThat(hash.get()).isEqualTo(new PasswordHash("hash of new"));
      assertThat(gated.begun().indexOf("new")).isBetween(1, 8);
    }
  }

  @Test
  void saysBeforehandThatACheckWouldBeRefused() {
    try (var pool = new PooledPasswordHasher(gated, 1, 1, LONG)) {
      pool.requireRoom();
      occupy(pool, "running");
      await().until(() -> pool.active() == 1);
      inBackground(() -> pool.verify(new RawPassword("waiting"), null));
      await().until(() -> pool.queued() == 1);

      assertThatThrownBy(pool::requireRoom).isInstanceOf(Overloaded.class);
      assertThat(pool.rejected()).isOne();

      gated.open();
      await().until(() -> pool.queued() == 0);
      pool.requireRoom();
    }
  }

  @Test
  void countsWhoseCheckIsAboutToCome() throws Exception {
    try (var pool = new PooledPasswordHasher(gated, 1, 2, LONG)) {
      pool.announceCheck();
      onAnotherThread(pool::announceCheck);

      assertThatThrownBy(() -> onAnotherThread(pool::announceCheck))
          .hasCauseInstanceOf(Overloaded.class);
      assertThatThrownBy(pool::requireRoom).isInstanceOf(Overloaded.class);

      pool.withdrawCheck();
      pool.requireRoom();
    }
  }

  @Test
  void countsACheckThatHasComeNoMore() {
    try (var pool = new PooledPasswordHasher(gated, 1, 1, LONG)) {
      gated.open();
      pool.announceCheck();

      pool.verify(new RawPassword("come"), null);

      pool.requireRoom();
    }
  }

  @Test
  void forgetsWhoseCheckNeverCame() {
    try (var pool = new PooledPasswordHasher(gated, 1, 1, Duration.ofMillis(50))) {
      pool.announceCheck();

      await().ignoreExceptions().untilAsserted(pool::requireRoom);
    }
  }

  @Test
  void closingRefusesWhatWaitsAndEndsWhatRuns() {
    var pool = new PooledPasswordHasher(gated, 1, 2, LONG);
    var running = hashInBackground(pool, "running");
    await().until(() -> pool.active() == 1);
    var waiting = hashInBackground(pool, "waiting");
    await().until(() -> pool.queued() == 1);

    pool.close();
    gated.open();

    assertThat(running).succeedsWithin(LONG);
    assertThatThrownBy(waiting::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(Overloaded.class);
    assertThatThrownBy(() -> pool.hash(new RawPassword("after"))).isInstanceOf(Overloaded.class);
    assertThat(gated.begun()).containsExactly("running");
  }

  private Future<PasswordHash> hashInBackground(PooledPasswordHasher pool, String password) {
    return callers.submit(() -> pool.hash(new RawPassword(password)));
  }

  private static void onAnotherThread(Runnable work) throws Exception {
    CompletableFuture.runAsync(work, task -> new Thread(task).start()).get();
  }

  private void occupy(PooledPasswordHasher pool, String password) {
    inBackground(() -> pool.hash(new RawPassword(password)));
  }

  /// For work whose outcome does not matter.
  private void inBackground(Callable<?> work) {
    callers.execute(new FutureTask<>(work));
  }

  private static Throwable failure(PooledPasswordHasher pool, String password) {
    try {
      return new AssertionError("not refused: " + pool.hash(new RawPassword(password)));
    } catch (Unavailable e) {
      return e;
    }
  }
}
