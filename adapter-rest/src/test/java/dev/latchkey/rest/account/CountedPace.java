package dev.latchkey.rest.account;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts what would wait, and keeps no test waiting.
@Singleton
@Replaces(EvenPace.class)
final class CountedPace extends EvenPace {
  private final AtomicInteger waits = new AtomicInteger();

  @Override
  void waitUntil(long moment) {
    waits.incrementAndGet();
  }

  int waits() {
    return waits.get();
  }
}
