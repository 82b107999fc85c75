package dev.latchkey.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// How long those wait who come now.
class PaceTest {
  private static final Duration WAIT = Duration.ofSeconds(1);
  private static final long TENTH = 100_000_000;

  @Test
  void hopesWhereNothingWasComputedYet() {
    assertThat(new Pace(2).allows(1_000, WAIT)).isTrue();
  }

  @Test
  void letsAsManyWaitAsAreComputedInTheWait() {
    var pace = begun(2);
    pace.note(TENTH);

    assertThat(pace.allows(20, WAIT)).isTrue();
    assertThat(pace.allows(21, WAIT)).isFalse();
    assertThat(pace.allows(0, Duration.ZERO)).isTrue();
  }

  @Test
  void learnsThatComputationsTakeLongerNow() {
    var pace = begun(1);
    pace.note(TENTH);
    assertThat(pace.allows(10, WAIT)).isTrue();

    for (var i = 0; i < 50; i++) {
      pace.note(5 * TENTH);
    }

    assertThat(pace.allows(3, WAIT)).isFalse();
    assertThat(pace.allows(2, WAIT)).isTrue();
  }

  @Test
  void countsNotTheFirstOfEachThread() {
    var pace = begun(2);

    assertThat(pace.allows(1_000, WAIT)).isTrue();
  }

  private static Pace begun(int threads) {
    var pace = new Pace(threads);
    for (var i = 0; i < threads; i++) {
      pace.note(100 * TENTH);
    }
    return pace;
  }
}
