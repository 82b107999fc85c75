package dev.latchkey.testkit.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

class RaceTest {

  @Test
  void givesTheResultsInTheOrderOfTheCalls() {
    assertThat(Race.among(List.<Callable<Integer>>of(() -> 1, () -> 2, () -> 3)))
        .containsExactly(1, 2, 3);
  }

  @Test
  void runsTheCallsAtOnce() {
    var meeting = new CyclicBarrier(8);

    var met = Race.of(8, meeting::await);

    assertThat(met).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void failsWhereACallFails() {
    assertThatThrownBy(() ->
            Race.between(
                () -> {},
                () -> {
                  throw new IllegalStateException("broken");
                }))
        .isInstanceOf(AssertionError.class)
        .hasRootCauseMessage("broken");
  }

  @Test
  void failsWhereACallDoesNotComeBack() {
    var never = new CountDownLatch(1);
    Callable<Boolean> stuck =
        () -> {
          never.await();
          return true;
        };

    assertThatThrownBy(() -> Race.among(List.of(stuck), Duration.ofMillis(20)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not come back");
  }
}
