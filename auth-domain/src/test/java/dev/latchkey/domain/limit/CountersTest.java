package dev.latchkey.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountersTest {
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final Counters counters = new Counters(new HashMap<>());
  private final Claim once = claim("once", 1);
  private final Claim twice = claim("twice", 2);

  @Test
  void countsAgainstEveryClaimOrAgainstNone() {
    assertThat(counters.admit(List.of(once, twice), NOW)).isEqualTo(new Admission.Admitted());

    assertThat(counters.admit(List.of(twice, once), NOW))
        .isEqualTo(new Admission.Refused(once, WINDOW));
    assertThat(counters.admit(List.of(twice), NOW)).isEqualTo(new Admission.Admitted());
    assertThat(counters.refusal(List.of(twice), NOW)).isPresent();
  }

  @Test
  void forgetsAndTakesBack() {
    counters.admit(List.of(once, twice), NOW);
    counters.admit(List.of(twice), NOW);

    counters.settle(List.of(once.key()), List.of(twice.key()));

    assertThat(counters.refusal(List.of(once, twice), NOW)).isEmpty();
  }

  private static Claim claim(String who, int max) {
    var name = LimitName.LOGIN_ADDRESS;
    return new Claim(name, new Limit(max, WINDOW), LimitKey.of(name, List.of(who)));
  }
}
