package dev.latchkey.verifier;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Time that passes when a test says so.
final class TestTime implements InstantSource, LongSupplier {
  static final Instant BEGINNING = Instant.ofEpochSecond(1_790_000_000);

  /// Shortly before the nanoseconds overflow.
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

  private Instant now = BEGINNING;

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /// No two moments are the same.
  @Override
  public long getAsLong() {
    return nanos.getAndIncrement();
  }

  synchronized void pass(Duration duration) {
    now = now.plus(duration);
    nanos.addAndGet(duration.toNanos());
  }
}
