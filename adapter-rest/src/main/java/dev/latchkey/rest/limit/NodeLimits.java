package dev.latchkey.rest.limit;

import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.limit.Claim;
import dev.latchkey.domain.limit.Counter;
import dev.latchkey.domain.limit.Counters;
import dev.latchkey.domain.limit.LimitKey;
import dev.latchkey.domain.port.RateLimits;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts attempts on this node alone, in bounded memory: for limits that keep a node from being
/// worn out, and that must not cost a write. Where it would have to remember more than a hundred
/// thousand keys at once it forgets what is over, and everything where more than half would stay:
/// looking through all of them then pays for at least half as many new ones.
@Singleton
@Bean(typed = NodeLimits.class)
public final class NodeLimits implements RateLimits {
  static final int MOST_KEYS = 100_000;

  private final Map<LimitKey, Counter> kept = new HashMap<>();
  private final Counters counters = new Counters(kept);

  /// Counts nothing yet.
  public NodeLimits() {}

  @Override
  public synchronized Admission admit(List<Claim> claims, Instant now) {
    return counters
        .refusal(claims, now)
        .orElseGet(() -> {
          makeRoom(claims, now);
          return counters.admit(claims, now);
        });
  }

  private void makeRoom(List<Claim> claims, Instant now) {
    var added = claims.stream().filter(claim -> !kept.containsKey(claim.key())).count();
    if (added > 0 && kept.size() + added > MOST_KEYS) {
      kept.values().removeIf(counter -> !counter.resetsAt().isAfter(now));
      if (kept.size() > MOST_KEYS / 2) {
        kept.clear();
      }
    }
  }

  @Override
  public synchronized void settle(List<LimitKey> forgotten, List<LimitKey> released) {
    counters.settle(forgotten, released);
  }

  synchronized int size() {
    return kept.size();
  }
}
