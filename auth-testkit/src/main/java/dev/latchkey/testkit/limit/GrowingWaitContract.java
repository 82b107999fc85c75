package dev.latchkey.testkit.limit;

import static dev.latchkey.testkit.limit.LimitsUnderTest.claim;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.limit.Claim;
import dev.latchkey.domain.limit.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How waits grow over a limit that has them grow.
public interface GrowingWaitContract extends LimitsUnderTest {
  Instant START = Instant.parse("2026-06-15T12:00:00Z");
  Duration WINDOW = Duration.ofMinutes(15);
  Limit GROWING = new Limit(5, WINDOW).growingFrom(Duration.ofSeconds(30));

  @Test
  default void doublesTheWaitUpToTheWindow() {
    var claim = claim(GROWING);
    var now = START;
    assertThat(countAdmitted(now, claim)).isEqualTo(5);

    var waits = new ArrayList<Long>();
    for (var i = 0; i < 7; i++) {
      var wait = waitFor(claim, now);
      waits.add(wait.toSeconds());
      assertThat(isAdmitted(now.plus(wait).minusNanos(1_000), claim)).isFalse();
      now = now.plus(wait);
      assertThat(countAdmitted(now, claim)).isEqualTo(1);
    }

    assertThat(waits).containsExactly(30L, 60L, 120L, 240L, 480L, 900L, 900L);
  }

  @Test
  default void isNotMovedByWhatItRefuses() {
    var claim = claim(GROWING);
    countAdmitted(START, claim);
    for (var second = 0; second < 30; second++) {
      assertThat(isAdmitted(START.plusSeconds(second), claim)).isFalse();
    }

    assertThat(isAdmitted(START.plusSeconds(30), claim)).isTrue();
  }

  @Test
  default void startsAnewAfterAWaitAndAWindowOfPeace() {
    var claim = claim(GROWING);
    countAdmitted(START, claim);
    var wait = waitFor(claim, START);
    var before = START.plus(wait).plus(WINDOW).minusNanos(1_000);
    var other = claim(GROWING);
    countAdmitted(START, other);

    assertThat(countAdmitted(before, claim)).isEqualTo(1);
    assertThat(countAdmitted(START.plus(wait).plus(WINDOW), other)).isEqualTo(5);
  }

  @Test
  default void growsFromALimitOfOne() {
    var claim = claim(new Limit(1, WINDOW).growingFrom(Duration.ofSeconds(30)));
    assertThat(isAdmitted(START, claim)).isTrue();

    assertThat(waitFor(claim, START)).isEqualTo(Duration.ofSeconds(30));
    assertThat(countAdmitted(START.plusSeconds(30), claim)).isEqualTo(1);
    assertThat(waitFor(claim, START.plusSeconds(30))).isEqualTo(Duration.ofSeconds(60));
  }

  private Duration waitFor(Claim claim, Instant now) {
    var admission = limits().admit(List.of(claim), now);
    assertThat(admission).isInstanceOf(Admission.Refused.class);
    return ((Admission.Refused) admission).retryAfter();
  }
}
