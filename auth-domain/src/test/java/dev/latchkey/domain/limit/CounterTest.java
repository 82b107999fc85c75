package dev.latchkey.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CounterTest {
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
  private static final Duration WINDOW = Duration.ofMinutes(15);

  @Test
  void closesAtTheLimitUntilTheWindowIsOver() {
    var limit = new Limit(2, WINDOW);

    var first = Counter.after(null, limit, NOW);
    var second = Counter.after(first, limit, NOW.plusSeconds(1));

    assertThat(first.admitsAt(NOW)).isTrue();
    assertThat(second.admitsAt(NOW.plus(WINDOW).minusNanos(1))).isFalse();
    assertThat(second.admitsAt(NOW.plus(WINDOW))).isTrue();
    assertThat(Counter.after(second, limit, NOW.plus(WINDOW)).hits()).isEqualTo(1);
  }

  @Test
  void makesEachFurtherWaitTwiceAsLong() {
    var limit = new Limit(1, WINDOW).growingFrom(Duration.ofSeconds(30));

    var first = Counter.after(null, limit, NOW);
    var second = Counter.after(first, limit, NOW.plusSeconds(30));
    var many = new Counter(60, NOW, NOW.plus(WINDOW));

    assertThat(first.openAt()).isEqualTo(NOW.plusSeconds(30));
    assertThat(second.openAt()).isEqualTo(NOW.plusSeconds(90));
    assertThat(Counter.after(many, limit, NOW).openAt()).isEqualTo(NOW.plus(WINDOW));
  }

  @Test
  void opensAgainWhenAnAttemptIsTakenBack() {
    var closed = Counter.after(null, new Limit(1, WINDOW), NOW);

    assertThat(closed.released()).isEqualTo(new Counter(0, Instant.EPOCH, NOW.plus(WINDOW)));
    assertThat(closed.released().released().hits()).isZero();
  }

  @Test
  void allowsSomethingWithinSomeTime() {
    assertThatThrownBy(() -> new Limit(0, WINDOW)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Limit(1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Limit(1, WINDOW).growingFrom(WINDOW.negated()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
