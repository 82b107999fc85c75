package dev.latchkey.crypto.password;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The threads that are about to ask for a check. Who does not say that none will come is forgotten
/// after a while.
final class Announced {
  private final Map<Thread, Long> times = new ConcurrentHashMap<>();
  private final long patienceNanos;

  Announced(Duration patience) {
    patienceNanos = patience.toNanos();
  }

  void add() {
    times.put(Thread.currentThread(), System.nanoTime());
  }

  /// This thread's check has come, or will not.
  void remove() {
    times.remove(Thread.currentThread());
  }

  int count() {
    var now = System.nanoTime();
    times.values().removeIf(time -> now - time > patienceNanos);
    return times.size();
  }
}
