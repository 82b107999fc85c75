package dev.latchkey.testkit.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.race.Race;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SettableClockTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void standsUntilItIsSet() {
    var clock = new SettableClock(NOON);

    clock.set(NOON.minusSeconds(3));

    assertThat(clock.instant()).isEqualTo(NOON.minusSeconds(3));
    assertThat(new SettableClock(NOON).instant()).isEqualTo(NOON);
  }

  @Test
  void losesNoAdvanceWhereManyAdvanceItAtOnce() {
    var clock = new SettableClock(NOON);

    Race.of(
        8,
        () -> {
          for (var i = 0; i < 1000; i++) {
            clock.advance(Duration.ofSeconds(1));
          }
          return true;
        });

    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(8000));
  }
}
