package dev.latchkey.testkit.limit;

import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.limit.Claim;
import dev.latchkey.domain.limit.Counter;
import dev.latchkey.domain.limit.LimitKey;
import dev.latchkey.domain.port.RateLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Counts attempts for as long as the process lives. Forgets only what it is told to: good for
/// tests and first trials, not for a service that stays up.
public class InMemoryRateLimits implements RateLimits {
  private final Map<LimitKey, Counter> counters = new ConcurrentHashMap<>();

  /// Counts nothing yet.
  public InMemoryRateLimits() {}

  @Override
  public final Admission admit(List<Claim> claims, Instant time) {
    var now = time.truncatedTo(ChronoUnit.MICROS);
    return atomically(() -> {
      var refused = refusal(claims, now);
      if (refused.isPresent()) {
        return refused.get();
      }
      claims.forEach(claim -> {
        var before = counter(claim.key());
        counters.put(claim.key(), Counter.after(before, claim.limit(), now));
      });
      return new Admission.Admitted();
    });
  }

  private Optional<Admission> refusal(List<Claim> claims, Instant now) {
    return claims.stream()
        .filter(claim -> openAt(claim).isAfter(now))
        .max(Comparator.comparing(this::openAt))
        .map(claim -> new Admission.Refused(claim, Duration.between(now, openAt(claim))));
  }

  private Instant openAt(Claim claim) {
    var counter = counter(claim.key());
    return counter == null ? Instant.MIN : counter.openAt();
  }

  @Override
  public final void settle(List<LimitKey> forgotten, List<LimitKey> released) {
    atomically(() -> {
      forgotten.forEach(counters::remove);
      released.forEach(key -> counters.computeIfPresent(key, (k, counter) -> counter.released()));
      return true;
    });
  }

  @Override
  public final int purge(Instant now, int atMost) {
    return atomically(() -> {
      var over =
          counters.entrySet().stream()
              .filter(entry -> !entry.getValue().resetsAt().isAfter(now))
              .sorted(Comparator.comparing(entry -> entry.getValue().resetsAt()))
              .limit(atMost)
              .map(Map.Entry::getKey)
              .toList();
      over.forEach(counters::remove);
      return over.size();
    });
  }

  /// Does the work while nobody else does any.
  <T> T atomically(Supplier<T> work) {
    synchronized (this) {
      return work.get();
    }
  }

  @Nullable Counter counter(LimitKey key) {
    return counters.get(key);
  }
}
