package dev.latchkey.testkit.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands until it is set or advanced. Safe to use from any number of threads.
public final class SettableClock implements InstantSource {
  private final AtomicReference<Instant> now;

  /// A clock that stands at noon of a day in 2026 (UTC).
  public SettableClock() {
    this(Instant.parse("2026-06-15T12:00:00Z"));
  }

  /// A clock that stands at this moment.
  public SettableClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  /// Sets the clock, forwards or back.
  public void set(Instant moment) {
    now.set(moment);
  }

  /// Moves the clock by this much; a negative duration moves it back.
  public void advance(Duration by) {
    now.updateAndGet(moment -> moment.plus(by));
  }
}
