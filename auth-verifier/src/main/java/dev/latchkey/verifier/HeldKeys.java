package dev.latchkey.verifier;

import dev.latchkey.verifier.jose.VerifyingKey;
import java.time.Duration;
import java.util.Optional;

/// Keys and when they were fetched, in nanoseconds of a clock that nobody sets.
record HeldKeys(FreshKeys fetched, long at) {

  Optional<VerifyingKey> find(String id) {
    return Optional.ofNullable(fetched.keys().get(id));
  }

  /// Whether they are to be fetched again: in the last fifth of their time, so that nobody waits.
  boolean isDue(long now) {
    return now - at >= fetched.freshFor().toNanos() / 5 * 4;
  }

  boolean isStale(long now) {
    return now - at >= fetched.freshFor().toNanos();
  }

  boolean isNewerThan(long then) {
    return at - then >= 0;
  }

  boolean isOlderThan(Duration age, long now) {
    return now - at > age.toNanos();
  }
}
