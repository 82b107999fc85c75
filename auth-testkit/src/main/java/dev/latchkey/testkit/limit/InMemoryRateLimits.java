package dev.latchkey.testkit.limit;

import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.limit.Claim;
import dev.latchkey.domain.limit.Counter;
import dev.latchkey.domain.limit.Counters;
import dev.latchkey.domain.limit.LimitKey;
import dev.latchkey.domain.port.RateLimits;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Counts attempts for as long as the process lives. Forgets only what it is told to: good for
/// tests and first trials, not for a service that stays up.
public class InMemoryRateLimits implements RateLimits {
  private final Map<LimitKey, Counter> kept;
  private final Counters counters;

  /// Counts nothing yet.
  public InMemoryRateLimits() {
    this(new HashMap<>());
  }

  InMemoryRateLimits(Map<LimitKey, Counter> kept) {
    this.kept = kept;
    this.counters = new Counters(kept);
  }

  @Override
  public final Admission admit(List<Claim> claims, Instant now) {
    return atomically(() -> counters.admit(claims, now));
  }

  @Override
  public final void settle(List<LimitKey> forgotten, List<LimitKey> released) {
    atomically(() -> {
      counters.settle(forgotten, released);
      return true;
    });
  }

  /// Forgets every counter.
  ///
  /// @return how many there were
  public final int forgetAll() {
    return atomically(() -> {
      var many = kept.size();
      kept.clear();
      return many;
    });
  }

  /// Does the work while nobody else does any.
  <T> T atomically(Supplier<T> work) {
    synchronized (this) {
      return work.get();
    }
  }
}
