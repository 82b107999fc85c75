package dev.latchkey.persistence.limit;

import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.limit.Claim;
import dev.latchkey.domain.limit.LimitKey;
import dev.latchkey.domain.port.RateLimits;
import dev.latchkey.persistence.Guarded;
import dev.latchkey.persistence.Micros;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Counts attempts in PostgreSQL, the same for every node. Each call is a transaction of its own,
/// so that a count stays whatever becomes of the request that it was made for.
@Singleton
final class JdbcRateLimits implements RateLimits {
  private final Guarded guarded;
  private final AdmitStatement admission;
  private final CounterStatements counters;

  JdbcRateLimits(Guarded guarded, AdmitStatement admission, CounterStatements counters) {
    this.guarded = guarded;
    this.admission = admission;
    this.counters = counters;
  }

  @Override
  public Admission admit(List<Claim> claims, Instant time) {
    var now = Micros.of(time);
    while (!claims.isEmpty()) {
      try {
        return guarded.together(() -> verdict(claims, admission.run(claims, now), now));
      } catch (Overtaken rolledBack) {
        // Whoever was faster closed a counter, which the next look will show.
      }
    }
    return new Admission.Admitted();
  }

  private static Admission verdict(
      List<Claim> claims, List<AdmitStatement.Counted> counted, Instant now) {
    var last = Collections.max(counted, Comparator.comparing(AdmitStatement.Counted::openAt));
    if (last.openAt().isAfter(now)) {
      return new Admission.Refused(claims.get(last.index()), Duration.between(now, last.openAt()));
    }
    if (counted.stream().allMatch(AdmitStatement.Counted::counted)) {
      return new Admission.Admitted();
    }
    throw new Overtaken();
  }

  @Override
  public void settle(List<LimitKey> forgotten, List<LimitKey> released) {
    var keys = Stream.concat(forgotten.stream(), released.stream()).toList();
    if (!keys.isEmpty()) {
      guarded.once(() -> counters.settle(keys, forgotten));
    }
  }

  /// Some counters were raised, and one was closed by somebody else at the same moment.
  private static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overtaken() {
      super("overtaken", null, false, false);
    }
  }
}
