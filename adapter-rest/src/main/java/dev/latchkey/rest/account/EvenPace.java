package dev.latchkey.rest.account;

import io.micronaut.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Lets an answer that must not tell whether an address is known take the same time either way:
/// longer than the writing of a mail does. It is a virtual thread that waits, which costs next to
/// nothing.
///
/// @param since in the nanoseconds of [System#nanoTime()]
record EvenPace(long since) {
  private static final Duration PACE = Duration.ofMillis(100);

  static EvenPace start() {
    return new EvenPace(System.nanoTime());
  }

  /// Says, when it is time, that a mail may be on its way.
  HttpResponse<?> accepted() {
    for (var left = left(); left > 0; left = left()) {
      LockSupport.parkNanos(left);
    }
    return HttpResponse.accepted();
  }

  private long left() {
    return since + PACE.toNanos() - System.nanoTime();
  }
}
