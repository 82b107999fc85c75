package dev.latchkey.domain.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How attempts are counted in memory. Not safe for several threads at once.
public final class Counters {
  private final Map<LimitKey, Counter> counters;

  /// @param counters what was counted so far, and where it is kept
  public Counters(Map<LimitKey, Counter> counters) {
    this.counters = counters;
  }

  /// Counts one attempt against every claim, or against none where one of them is used up.
  public Admission admit(List<Claim> claims, Instant time) {
    var now = time.truncatedTo(ChronoUnit.MICROS);
    return refusal(claims, time).orElseGet(() -> admitted(claims, now));
  }

  /// Why an attempt may not go on, if it may not. Counts nothing.
  public Optional<Admission> refusal(List<Claim> claims, Instant time) {
    var now = time.truncatedTo(ChronoUnit.MICROS);
    return claims.stream()
        .filter(claim -> openAt(claim).isAfter(now))
        .max(Comparator.comparing(this::openAt))
        .map(claim -> new Admission.Refused(claim, Duration.between(now, openAt(claim))));
  }

  private Instant openAt(Claim claim) {
    var counter = counters.get(claim.key());
    return counter == null ? Instant.MIN : counter.openAt();
  }

  private Admission admitted(List<Claim> claims, Instant now) {
    for (var claim : claims) {
      var before = counters.get(claim.key());
      counters.put(claim.key(), Counter.after(before, claim.limit(), now));
    }
    return new Admission.Admitted();
  }

  /// Forgets the counters of some keys, and takes one attempt back from those of others.
  public void settle(List<LimitKey> forgotten, List<LimitKey> released) {
    forgotten.forEach(counters::remove);
    released.forEach(key -> counters.computeIfPresent(key, (k, counter) -> counter.released()));
  }
}
