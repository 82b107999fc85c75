package dev.latchkey.rest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.limit.Limit;
import dev.latchkey.domain.port.RateLimits;
import dev.latchkey.testkit.limit.LimitsUnderTest;
import dev.latchkey.testkit.limit.RateLimitsContract;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NodeLimitsTest implements RateLimitsContract {
  private static final Instant START = Instant.parse("2026-06-15T12:00:00Z");
  private final NodeLimits limits = new NodeLimits();

  @Override
  public RateLimits limits() {
    return limits;
  }

  @Test
  void makesRoomByForgettingWhatIsOver() {
    var kept = LimitsUnderTest.claim(new Limit(1, Duration.ofHours(1)));
    isAdmitted(START, kept);
    fill(START, NodeLimits.MOST_KEYS - 1);

    fill(START.plusSeconds(60), 1);

    assertThat(limits.size()).isEqualTo(2);
    assertThat(isAdmitted(START.plusSeconds(60), kept)).isFalse();
  }

  @Test
  void neverRemembersMoreThanItMay() {
    fill(START, NodeLimits.MOST_KEYS + 1);

    assertThat(limits.size()).isEqualTo(1);
  }

  @Test
  void countsWhatItKnowsWhereItIsFull() {
    var known = LimitsUnderTest.claim(new Limit(2, Duration.ofMinutes(1)));
    isAdmitted(START, known);
    fill(START, NodeLimits.MOST_KEYS - 1);

    assertThat(isAdmitted(START, known)).isTrue();
    assertThat(limits.size()).isEqualTo(NodeLimits.MOST_KEYS);
    assertThat(isAdmitted(START, known)).isFalse();
  }

  @Test
  void keepsWhatRunsWhereItIsHalfOfTheBound() {
    fill(START, NodeLimits.MOST_KEYS / 2, Duration.ofHours(1));
    fill(START, NodeLimits.MOST_KEYS / 2);

    fill(START.plusSeconds(60), 1);

    assertThat(limits.size()).isEqualTo(NodeLimits.MOST_KEYS / 2 + 1);
  }

  @Test
  void forgetsEverythingWhereMoreThanHalfOfTheBoundRuns() {
    fill(START, NodeLimits.MOST_KEYS / 2 + 1, Duration.ofHours(1));
    fill(START, NodeLimits.MOST_KEYS / 2 - 1);

    fill(START.plusSeconds(60), 1);

    assertThat(limits.size()).isEqualTo(1);
  }

  private void fill(Instant now, int keys) {
    fill(now, keys, Duration.ofMinutes(1));
  }

  private void fill(Instant now, int keys, Duration window) {
    for (var i = 0; i < keys; i++) {
      isAdmitted(now, LimitsUnderTest.claim(new Limit(5, window)));
    }
  }
}
