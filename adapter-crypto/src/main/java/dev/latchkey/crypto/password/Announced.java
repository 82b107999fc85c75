package dev.latchkey.crypto.password;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// How many checks are about to come. Some never do: their user has no more tries.
final class Announced {
  private static final long PATIENCE_NANOS = Duration.ofMillis(200).toNanos();

  private final Queue<Long> times = new ConcurrentLinkedQueue<>();

  void add() {
    times.add(System.nanoTime());
  }

  /// One has come, or was never announced.
  void remove() {
    times.poll();
  }

  int count() {
    var now = System.nanoTime();
    times.removeIf(time -> now - time > PATIENCE_NANOS);
    return times.size();
  }
}
