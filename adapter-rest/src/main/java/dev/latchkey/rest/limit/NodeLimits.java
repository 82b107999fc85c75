package dev.latchkey.rest.limit;

import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.limit.Claim;
import dev.latchkey.domain.limit.Counter;
import dev.latchkey.domain.limit.LimitKey;
import dev.latchkey.domain.port.RateLimits;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts attempts on this node alone, in bounded memory: for limits that keep a node from being
/// worn out, and that must not cost a write. Where it would have to remember more than a hundred
/// thousand keys at once it forgets what is over, and everything where more than half would stay:
/// looking through all of them then pays for at least half as many new ones.
@Singleton
@Bean(typed = NodeLimits.class)
public final class NodeLimits implements RateLimits {
  static final int MOST_KEYS = 100_000;

  private final Map<LimitKey, Counter> counters = new HashMap<>();

  /// Counts nothing yet.
  public NodeLimits() {}

  @Override
  public synchronized Admission admit(List<Claim> claims, Instant time) {
    var now = time.truncatedTo(ChronoUnit.MICROS);
    var refusal = refusal(claims, now);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    makeRoom(claims, now);
    for (var claim : claims) {
      counters.compute(claim.key(), (key, before) -> Counter.after(before, claim.limit(), now));
    }
    return new Admission.Admitted();
  }

  private Optional<Admission> refusal(List<Claim> claims, Instant now) {
    return claims.stream()
        .filter(claim -> openAt(claim).isAfter(now))
        .max(Comparator.comparing(this::openAt))
        .map(claim -> new Admission.Refused(claim, Duration.between(now, openAt(claim))));
  }

  private Instant openAt(Claim claim) {
    var counter = counters.get(claim.key());
    return counter == null ? Instant.MIN : counter.openAt();
  }

  private void makeRoom(List<Claim> claims, Instant now) {
    var added = claims.stream().filter(claim -> !counters.containsKey(claim.key())).count();
    if (added > 0 && counters.size() + added > MOST_KEYS) {
      counters.values().removeIf(counter -> !counter.resetsAt().isAfter(now));
      if (counters.size() > MOST_KEYS / 2) {
        counters.clear();
      }
    }
  }

  @Override
  public synchronized void settle(List<LimitKey> forgotten, List<LimitKey> released) {
    forgotten.forEach(counters::remove);
    released.forEach(key -> counters.computeIfPresent(key, (k, counter) -> counter.released()));
  }

  @Override
  public synchronized int purge(Instant now, int atMost) {
    var over =
        counters.entrySet().stream()
            .filter(entry -> !entry.getValue().resetsAt().isAfter(now))
            .sorted(Comparator.comparing(entry -> entry.getValue().resetsAt()))
            .limit(atMost)
            .map(Map.Entry::getKey)
            .toList();
    over.forEach(counters::remove);
    return over.size();
  }

  synchronized int size() {
    return counters.size();
  }
}
