package dev.latchkey.crypto.password;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Two bounded queues that workers empty together: checks come first seven times in ten, new hashes
/// the other three, and whoever has nothing waiting leaves its turn to the other. So neither can
/// starve the other, and neither can fill the other's places.
///
/// Without a lock: a worker of low priority that is put aside while it holds one would keep an
/// event loop waiting.
final class Lanes {
  private static final int TURNS = 10;
  private static final int TURNS_OF_CHECKS = 7;

  private final Lane checks = new Lane();
  private final Lane hashes = new Lane();
  private final int places;
  private final IntPredicate inTime;

  /// A permit for each task.
  private final Semaphore offered = new Semaphore(0);

  private final AtomicInteger turn = new AtomicInteger();
  private volatile boolean closed;

  /// @param places of each queue
  /// @param inTime whether it is of use to wait behind so many others
  Lanes(int places, IntPredicate inTime) {
    this.places = places;
    this.inTime = inTime;
  }

  boolean offerCheck(Computation<?> task) {
    return offer(checks, task);
  }

  boolean offerHash(Computation<?> task) {
    return offer(hashes, task);
  }

  /// @param announced how many are about to come
  boolean hasRoomForCheck(int announced) {
    return hasRoomBehind(checks.size() + announced);
  }

  private boolean hasRoomBehind(int others) {
    return !closed && others < places && inTime.test(others);
  }

  private boolean offer(Lane lane, Computation<?> task) {
    for (var others = lane.size(); hasRoomBehind(others); others = lane.size()) {
      if (lane.add(task, others)) {
        offered.release();
        // Who closes may have overlooked it.
        return !closed || !remove(task);
      }
    }
    return false;
  }

  /// Takes back a task that nobody has begun, and frees its place.
  boolean remove(Computation<?> task) {
    var isRemoved = checks.remove(task) || hashes.remove(task);
    if (isRemoved) {
      // Where a worker has it already, it finds nothing, and waits for another.
      offered.tryAcquire();
    }
    return isRemoved;
  }

  /// The next task, once there is one; empty once closed.
  Optional<Computation<?>> take() throws InterruptedException {
    while (true) {
      offered.acquire();
      var checksFirst = Math.floorMod(turn.getAndIncrement(), TURNS) < TURNS_OF_CHECKS;
      var next = checksFirst ? first(checks, hashes) : first(hashes, checks);
      if (next != null || closed) {
        return Optional.ofNullable(next);
      }
    }
  }

  private static @Nullable Computation<?> first(Lane preferred, Lane other) {
    var next = preferred.poll();
    return next != null ? next : other.poll();
  }

  int size() {
    return checks.size() + hashes.size();
  }

  /// Lets nothing in any more and cancels what waits.
  ///
  /// @param workers who may wait in [#take()]
  void close(int workers) {
    closed = true;
    checks.cancel();
    hashes.cancel();
    offered.release(workers);
  }

  /// One queue. A place is taken before its task is there, and free once it is gone.
  private static final class Lane {
    private final Queue<Computation<?>> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger taken = new AtomicInteger();

    int size() {
      return taken.get();
    }

    /// @return whether there are still so many others, and the task is among them
    boolean add(Computation<?> task, int others) {
      return taken.compareAndSet(others, others + 1) && tasks.add(task);
    }

    boolean remove(Computation<?> task) {
      var isRemoved = tasks.remove(task);
      if (isRemoved) {
        taken.decrementAndGet();
      }
      return isRemoved;
    }

    @Nullable Computation<?> poll() {
      var task = tasks.poll();
      if (task != null) {
        taken.decrementAndGet();
      }
      return task;
    }

    void cancel() {
      for (var task = poll(); task != null; task = poll()) {
        task.cancel(false);
      }
    }
  }
}
