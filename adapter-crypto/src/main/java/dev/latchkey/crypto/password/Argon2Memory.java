package dev.latchkey.crypto.password;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Memory that goes from one hash to the next, since fresh memory costs as much as half a hash.
///
/// What one hash leaves the next overwrites. Memory that none has taken for some seconds is
/// overwritten with zeros and let go, and so at once is what more hashes at a time than there are
/// cores have used.
final class Argon2Memory {
  private static final class Idle {
    private final long[] memory;
    private final long since = System.nanoTime();

    private Idle(long[] memory) {
      this.memory = memory;
    }
  }

  private final Deque<Idle> idle = new ArrayDeque<>();
  private final int words;
  private final int most;
  private final long patience;
  private final Executor later;
  private boolean isWatched;

  /// @param words in each
  /// @param patience how many milliseconds idle memory is kept; twice as long at most
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
    if (!keeps(memory)) {
      wipe(memory);
    }
  }

  private synchronized boolean keeps(long[] memory) {
    if (idle.size() == most) {
      return false;
    }
    idle.push(new Idle(memory));
    watch();
    return true;
  }

  private synchronized void watch() {
    if (!isWatched) {
      isWatched = true;
      later.execute(this::letGo);
    }
  }

  /// How much lies idle now.
  synchronized int idle() {
    return idle.size();
  }

  private void letGo() {
    longIdle().forEach(Argon2Memory::wipe);
  }

  private synchronized List<long[]> longIdle() {
    var found = new ArrayList<long[]>();
    var now = System.nanoTime();
    while (!idle.isEmpty() && now - idle.getLast().since >= patience) {
      found.add(idle.removeLast().memory);
    }
    isWatched = false;
    if (!idle.isEmpty()) {
      watch();
    }
    return found;
  }

  static void wipe(long[] memory) {
    Arrays.fill(memory, 0);
  }
}
