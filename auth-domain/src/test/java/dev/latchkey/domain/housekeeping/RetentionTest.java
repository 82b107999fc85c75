package dev.latchkey.domain.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

  @Test
  void keepsEachThingForItsOwnTime() {
    var retention = new Retention(Duration.ofDays(30), Duration.ofDays(7), Duration.ofDays(365));
    var hasty = new Retention(Duration.ofDays(30), Duration.ZERO, Duration.ofDays(365));

    assertThat(retention.keptSince(Remains.TOKENS, NOW)).isEqualTo(daysAgo(30));
    assertThat(retention.keptSince(Remains.SESSIONS, NOW)).isEqualTo(daysAgo(30));
    assertThat(retention.keptSince(Remains.TICKETS, NOW)).isEqualTo(daysAgo(1));
    assertThat(retention.keptSince(Remains.REVOCATIONS, NOW)).isEqualTo(daysAgo(1));
    assertThat(retention.keptSince(Remains.COUNTERS, NOW)).isEqualTo(daysAgo(1));
    assertThat(retention.keptSince(Remains.MAILS, NOW)).isEqualTo(daysAgo(7));
    assertThat(retention.keptSince(Remains.EVENTS, NOW)).isEqualTo(daysAgo(365));
    assertThat(hasty.keptSince(Remains.MAILS, NOW)).isEqualTo(NOW);
    assertThat(hasty.keptSince(Remains.UNSENT, NOW)).isEqualTo(daysAgo(7));
    assertThat(Retention.standard()).isEqualTo(retention);
  }

  @Test
  void keepsNothingForLessThanItMust() {
    var month = Duration.ofDays(30);

    assertThatThrownBy(() -> new Retention(Duration.ofDays(30).minusNanos(1), month, month))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Retention(month, Duration.ofDays(-1), month))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Retention(month, month, Duration.ofDays(29)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Instant daysAgo(int days) {
    return NOW.minus(Duration.ofDays(days));
  }
}
