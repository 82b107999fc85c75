package dev.latchkey.domain.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a mail that was not taken is tried again: after half a minute, then twice as long each
/// time, up to an hour. After about a day it is not.
public final class Retries {
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int DOUBLINGS = 7;
  private static final int ATTEMPTS = 30;

  private Retries() {}

  /// The time of the attempt after this one; empty where there is none.
  public static Optional<Instant> after(int attempt, Instant now) {
    if (attempt >= ATTEMPTS) {
      return Optional.empty();
    }
    var pause = attempt > DOUBLINGS ? LONGEST : FIRST.multipliedBy(1L << (attempt - 1));
    return Optional.of(now.plus(pause));
  }
}
