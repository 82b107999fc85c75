package dev.latchkey.bootstrap.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeapKeeperTest {
  private static final Duration QUIET = Duration.ofMillis(100);
  private static final Duration BUSY = Duration.ofSeconds(20);

  private final AtomicInteger collections = new AtomicInteger();
  private Duration used = Duration.ZERO;

  @Test
  void collectsInTheFirstQuietMinuteAndEachTenthAfterIt() {
    var keeper = new HeapKeeper(() -> Optional.of(used), collections::incrementAndGet);

    minutes(keeper, 5, BUSY);
    assertThat(collections).hasValue(0);

    minutes(keeper, 1, QUIET);
    assertThat(collections).hasValue(1);

    minutes(keeper, 9, QUIET);
    assertThat(collections).hasValue(1);

    minutes(keeper, 1, QUIET);
    assertThat(collections).hasValue(2);
  }

  @Test
  void beginsAnewAfterABusyMinute() {
    var keeper = new HeapKeeper(() -> Optional.of(used), collections::incrementAndGet);
    minutes(keeper, 2, QUIET);

    minutes(keeper, 1, BUSY);
    minutes(keeper, 1, QUIET);

    assertThat(collections).hasValue(2);
  }

  @Test
  void leavesAJvmAloneOfWhichNothingIsKnown() {
    var keeper = new HeapKeeper(Optional::empty, collections::incrementAndGet);

    minutes(keeper, 3, QUIET);

    assertThat(collections).hasValue(0);
  }

  private void minutes(HeapKeeper keeper, int count, Duration each) {
    for (var minute = 0; minute < count; minute++) {
      used = used.plus(each);
      keeper.look();
    }
  }
}
