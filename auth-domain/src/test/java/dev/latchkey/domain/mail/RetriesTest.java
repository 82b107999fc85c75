package dev.latchkey.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetriesTest {
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

  @Test
  void waitsTwiceAsLongEachTimeUpToAnHour() {
    var pauses =
        IntStream.rangeClosed(1, 10)
            .mapToObj(attempt ->
                Duration.between(NOW, Retries.after(attempt, NOW).orElseThrow()).toSeconds());

    assertThat(pauses)
        .containsExactly(30L, 60L, 120L, 240L, 480L, 960L, 1_920L, 3_600L, 3_600L, 3_600L);
  }

  @Test
  void endsAfterAboutADay() {
    var now = NOW;
    var attempt = 1;
    for (var next = Retries.after(attempt, now); next.isPresent(); ) {
      now = next.get();
      attempt++;
      next = Retries.after(attempt, now);
    }

    assertThat(Duration.between(NOW, now)).isBetween(Duration.ofHours(20), Duration.ofHours(28));
  }
}
