package dev.latchkey.bootstrap.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeapKeeperTest {
  private static final Duration QUIET = Duration.ofMillis(100);
  private static final Duration BUSY = Duration.ofSeconds(3);
  private static final long ENOUGH = 128;

  private final AtomicInteger collections = new AtomicInteger();
  private Optional<Duration> used = Optional.of(Duration.ofSeconds(5));
  private long heap = ENOUGH;
  private long afterwards = ENOUGH;
  private final HeapKeeper keeper = new HeapKeeper(() -> used, () -> heap, ENOUGH, this::collect);

  @Test
  void collectsAfterAQuietMinuteAndThenEveryTen() {
    rounds(30, BUSY);
    assertThat(collections).hasValue(0);

    rounds(5, QUIET);
    assertThat(collections).hasValue(0);
    rounds(1, QUIET);
    assertThat(collections).hasValue(1);

    rounds(59, QUIET);
    assertThat(collections).hasValue(1);
    rounds(1, QUIET);
    assertThat(collections).hasValue(2);
  }

  @Test
  void beginsAnewAfterABusyRound() {
    rounds(1, BUSY);
    rounds(5, QUIET);
    rounds(1, BUSY);
    rounds(5, QUIET);
    assertThat(collections).hasValue(0);

    rounds(1, QUIET);
    assertThat(collections).hasValue(1);
  }

  @Test
  void collectsWhereTheHeapHasGrownBeyondWhatIsEnough() {
    heap = ENOUGH + 1;
    afterwards = 90;

    rounds(3, BUSY);

    assertThat(collections).hasValue(1);
  }

  @Test
  void collectsMoreThanIsEnoughOnlyOnceItHasGrown() {
    heap = 2 * ENOUGH;
    afterwards = 2 * ENOUGH;
    rounds(10, BUSY);
    assertThat(collections).hasValue(1);

    heap = 5 * ENOUGH / 2 + 1;
    rounds(1, BUSY);
    assertThat(collections).hasValue(2);
  }

  @Test
  void takesNoRoundForQuietOfWhichNothingIsKnown() {
    used = Optional.empty();

    rounds(10, QUIET);

    assertThat(collections).hasValue(0);
  }

  private void collect() {
    collections.incrementAndGet();
    heap = afterwards;
  }

  private void rounds(int count, Duration each) {
    for (var round = 0; round < count; round++) {
      used = used.map(before -> before.plus(each));
      keeper.look();
    }
  }
}
