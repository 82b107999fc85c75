package dev.latchkey.crypto.password;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// How long computations take of late, and so how long those will wait that come now.
final class Pace {
  private static final int WEIGHT = 8;

  private final int threads;
  private final AtomicInteger unnoted;
  private final AtomicLong usualNanos = new AtomicLong();

  Pace(int threads) {
    this.threads = threads;
    unnoted = new AtomicInteger(threads);
  }

  /// The first of each thread may have waited for the implementation to be made ready, and is not
  /// counted.
  void note(long nanos) {
    if (unnoted.get() > 0 && unnoted.getAndDecrement() > 0) {
      return;
    }
    usualNanos.updateAndGet(usual -> usual == 0 ? nanos : usual + (nanos - usual) / WEIGHT);
  }

  /// Whether who comes behind so many others will begin in time. Where nothing was computed yet,
  /// nobody knows, and may hope.
  boolean allows(int others, Duration wait) {
    return others * usualNanos.get() / threads <= wait.toNanos();
  }
}
