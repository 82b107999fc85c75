package dev.latchkey.crypto.password;

import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.password.Verification;
import dev.latchkey.domain.port.Overloaded;
import dev.latchkey.domain.port.PasswordHasher;
import dev.latchkey.domain.port.Unavailable;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Computes hashes on a few platform threads of its own, so that their number bounds memory and no
/// virtual thread is pinned. Work waits in two bounded queues, one for checks and one for new
/// hashes: a flood of registrations leaves log-ins seven tenths of the threads' time.
///
/// A caller who finds its queue full, or so long that by the pace of late half of the wait would
/// pass, gets [Overloaded] at once, one whose work has not begun within the whole wait all the same
/// gets it then; in each case nothing is computed, and the place is free again. Work that has begun
/// is waited for. Closing refuses what waits and lets running work end.
public final class PooledPasswordHasher implements PasswordHasher, AutoCloseable {
  private static final Duration DEFAULT_WAIT = Duration.ofSeconds(1);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
  private static final int PLACES_PER_THREAD = 32;

  private final PasswordHasher delegate;
  private final Lanes lanes;
  private final Duration maxWait;
  private final Pace pace;
  private final Announced announced;

  /// Tells callers what was computed, and ends with the last thread that computes.
  private final ThreadPoolExecutor teller;

  private final AtomicInteger working;
  private final AtomicInteger active = new AtomicInteger();
  private final LongAdder rejected = new LongAdder();

  /// A pool with 32 places per thread in each queue and a wait of one second.
  ///
  /// @param threads no more than there are cores, fewer where memory is short: each needs the
  ///   memory of one hash
  public PooledPasswordHasher(PasswordHasher delegate, int threads) {
    this(delegate, threads, Thread::new);
  }

  /// Such a pool on threads of another's making, with a priority of their own for instance.
  public PooledPasswordHasher(PasswordHasher delegate, int threads, ThreadFactory threadFactory) {
    this(delegate, threads, PLACES_PER_THREAD * threads, DEFAULT_WAIT, threadFactory);
  }

  /// A pool of any size.
  ///
  /// @param places how many checks, and how many new hashes, may wait
  /// @param maxWait how long each waits at most before it begins
  public PooledPasswordHasher(PasswordHasher delegate, int threads, int places, Duration maxWait) {
    this(delegate, threads, places, maxWait, Thread::new);
  }

  private PooledPasswordHasher(
      PasswordHasher delegate,
      int threads,
      int places,
      Duration maxWait,
      ThreadFactory threadFactory) {
    if (threads < 1 || places < 1 || maxWait.isNegative()) {
      throw new IllegalArgumentException("a pool has threads, places and a wait");
    }
    this.delegate = delegate;
    this.maxWait = maxWait;
    pace = new Pace(threads);
    announced = new Announced(maxWait);
    teller = teller();
    working = new AtomicInteger(threads);
    lanes = new Lanes(places, others -> pace.allows(others, maxWait.dividedBy(2)));
    for (var i = 1; i <= threads; i++) {
      var thread = threadFactory.newThread(this::work);
      thread.setName("password-hasher-" + i);
      thread.setDaemon(true);
      thread.start();
    }
  }

  @Override
  public PasswordHash hash(RawPassword password) {
    return await(Computation.of(() -> delegate.hash(password)), lanes::offerHash);
  }

  @Override
  public Verification verify(RawPassword password, @Nullable PasswordHash stored) {
    announced.remove();
    return await(Computation.of(() -> delegate.verify(password, stored)), lanes::offerCheck);
  }

  @Override
  public void requireRoom() {
    requireRoomBehind(announced.count());
  }

  @Override
  public void announceCheck() {
    announced.add();
    try {
      requireRoomBehind(announced.count() - 1);
    } catch (Overloaded busy) {
      announced.remove();
      throw busy;
    }
  }

  private void requireRoomBehind(int coming) {
    if (!lanes.hasRoomForCheck(coming)) {
      throw overloaded();
    }
  }

  @Override
  public void withdrawCheck() {
    announced.remove();
  }

  /// How many computations wait now.
  public int queued() {
    return lanes.size();
  }

  /// How many computations run now.
  public int active() {
    return active.get();
  }

  /// How many callers were turned away since the start.
  public long rejected() {
    return rejected.sum();
  }

  @Override
  public void close() {
    lanes.close(working.get());
  }

  /// Started here, since a thread has its maker's priority; a queue without a lock, for the reason
  /// of [Lanes].
  private static ThreadPoolExecutor teller() {
    var teller =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedTransferQueue<>(),
            work -> {
              var thread = new Thread(work, "password-teller");
              thread.setDaemon(true);
              return thread;
            });
    teller.prestartAllCoreThreads();
    return teller;
  }

  private void work() {
    try {
      for (var task = lanes.take(); task.isPresent(); task = lanes.take()) {
        active.incrementAndGet();
        var begin = System.nanoTime();
        task.get().compute();
        pace.note(System.nanoTime() - begin);
        active.decrementAndGet();
        teller.execute(task.get());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      if (working.decrementAndGet() == 0) {
        teller.shutdown();
      }
    }
  }

  private <T> T await(Computation<T> task, Predicate<Computation<?>> queue) {
    if (!queue.test(task)) {
      throw overloaded();
    }
    try {
      return result(task);
    } catch (CancellationException closed) {
      throw overloaded();
    } catch (ExecutionException e) {
      throw unwrapped(e);
    } catch (InterruptedException e) {
      lanes.remove(task);
      Thread.currentThread().interrupt();
      throw new Unavailable("nobody waits for this password any more", RETRY_AFTER, e);
    }
  }

  private <T> T result(Computation<T> task) throws ExecutionException, InterruptedException {
    try {
      return task.get(maxWait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      if (lanes.remove(task)) {
        throw overloaded();
      }
      return task.get();
    }
  }

  private Overloaded overloaded() {
    rejected.increment();
    return new Overloaded("password hashing is at its limit", RETRY_AFTER);
  }

  private static RuntimeException unwrapped(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException exception
        ? exception
        : new IllegalStateException(e.getCause());
  }
}
