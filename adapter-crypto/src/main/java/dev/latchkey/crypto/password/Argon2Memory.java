package dev.latchkey.crypto.password;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Memory that goes from one hash to the next, since fresh memory costs as much as half a hash.
///
/// What one hash leaves the next overwrites. Memory that none has taken for some seconds is
/// overwritten with zeros, and after some minutes let go: sooner would make garbage of the largest
/// objects there are at each of a few log-ins. What more hashes at a time than there are cores have
/// used is let go at once.
final class Argon2Memory {
  /// How many times as long as it takes to be wiped.
  private static final int KEPT = 100;

  private static final class Idle {
    private final long[] memory;
    private final long since = System.nanoTime();
    private boolean isWiped;

    private Idle(long[] memory) {
      this.memory = memory;
    }

    private boolean isOlderThan(long nanos) {
      return System.nanoTime() - since >= nanos;
    }
  }

  private final Deque<Idle> idle = new ArrayDeque<>();
  private final int words;
  private final int most;
  private final long patience;
  private final Executor later;
  private boolean isWatched;

  /// @param words in each
  /// @param patience after how many milliseconds idle memory is wiped; twice as many at most
  Argon2Memory(int words, int most, long patience) {
    this.words = words;
    this.most = most;
    this.patience = TimeUnit.MILLISECONDS.toNanos(patience);
    later = CompletableFuture.delayedExecutor(patience, TimeUnit.MILLISECONDS);
  }

  /// Memory with anything in it.
  long[] take() {
    synchronized (this) {
      if (!idle.isEmpty()) {
        return idle.pop().memory;
      }
    }
    return new long[words];
  }

  void giveBack(long[] memory) {
    if (!keeps(new Idle(memory))) {
      wipe(memory);
    }
  }

  private synchronized boolean keeps(Idle entry) {
    if (idle.size() == most) {
      return false;
    }
    if (entry.isWiped) {
      idle.addLast(entry);
    } else {
      idle.push(entry);
    }
    watch();
    return true;
  }

  private synchronized void watch() {
    if (!isWatched) {
      isWatched = true;
      later.execute(this::tidyUp);
    }
  }

  /// How much lies idle now.
  synchronized int idle() {
    return idle.size();
  }

  private void tidyUp() {
    for (var entry : takeUnwiped()) {
      wipe(entry.memory);
      entry.isWiped = true;
      keeps(entry);
    }
  }

  /// Lets go what has been idle for long, and takes what is to be wiped, so that no hash gets it
  /// meanwhile.
  private synchronized List<Idle> takeUnwiped() {
    idle.removeIf(entry -> entry.isWiped && entry.isOlderThan(KEPT * patience));
    var unwiped =
        idle.stream().filter(entry -> !entry.isWiped && entry.isOlderThan(patience)).toList();
    idle.removeAll(unwiped);
    isWatched = false;
    if (!idle.isEmpty()) {
      watch();
    }
    return unwiped;
  }

  static void wipe(long[] memory) {
    Arrays.fill(memory, 0);
  }
}
