package dev.latchkey.rest.account;

import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Lets an answer that must not tell whether an address is known take the same time either way: a
/// pace, which is longer than the writing of a mail, or as many full paces as the hashing of a
/// password takes. It is a virtual thread that waits, which costs next to nothing.
@Singleton
class EvenPace {
  private static final long PACE = Duration.ofMillis(100).toNanos();

  /// Begins a call.
  Started start() {
    return new Started(this, System.nanoTime());
  }

  /// A call that has begun.
  ///
  /// @param since in the nanoseconds of [System#nanoTime()]
  record Started(EvenPace pace, long since) {

    /// Gives an answer when it is time.
    HttpResponse<?> answer(HttpResponse<?> answer) {
      pace.waitUntil(since + fullPaces(System.nanoTime() - since));
      return answer;
    }
  }

  static long fullPaces(long taken) {
    return (taken / PACE + 1) * PACE;
  }

  void waitUntil(long moment) {
    for (var left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
