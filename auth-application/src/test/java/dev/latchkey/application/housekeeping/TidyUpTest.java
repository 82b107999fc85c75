package dev.latchkey.application.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.housekeeping.Remains;
import dev.latchkey.domain.housekeeping.Retention;
import dev.latchkey.domain.port.Housekeeping;
import dev.latchkey.testkit.housekeeping.InMemoryHousekeeping;
import dev.latchkey.testkit.time.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TidyUpTest {
  private final SettableClock clock = new SettableClock();
  private final InMemoryHousekeeping remains = new InMemoryHousekeeping();
  private final TidyUp tidyUp = new TidyUp(remains, Retention.standard(), clock);

  @ParameterizedTest
  @CsvSource({
    "TOKENS,30",
    "SESSIONS,30",
    "TICKETS,1",
    "COUNTERS,1",
    "MAILS,7",
    "UNSENT,7",
    "EVENTS,365"
  })
  void keepsEachForItsTime(Remains what, int days) {
    var name = remains.leave(what, clock.instant());

    clock.advance(Duration.ofDays(days));
    assertThat(removedBy(tidyUp)).containsEntry(what, 0);
    assertThat(remains.isThere(what, name)).isTrue();

    clock.advance(Duration.ofNanos(1));
    assertThat(removedBy(tidyUp)).containsEntry(what, 1);
    assertThat(remains.isThere(what, name)).isFalse();
  }

  @Test
  void removesInBatchesUntilNothingIsLeft() {
    for (var i = 0; i < 2_345; i++) {
      remains.leave(Remains.MAILS, clock.instant());
    }
    clock.advance(Duration.ofDays(8));
    var batches = new ArrayList<Integer>();
    Housekeeping watched =
        (what, keptSince, atMost) -> {
          var removed = remains.remove(what, keptSince, atMost);
          if (what == Remains.MAILS) {
            batches.add(removed);
          }
          return removed;
        };

    var removed = removedBy(new TidyUp(watched, Retention.standard(), clock));

    assertThat(removed).containsEntry(Remains.MAILS, 2_345);
    assertThat(batches).containsExactly(1_000, 1_000, 345);
  }

  @Test
  void givesEachKindItsTurn() {
    var order = new ArrayList<Remains>();
    Housekeeping endless =
        (what, keptSince, atMost) -> {
          order.add(what);
          return atMost;
        };

    new TidyUp(endless, Retention.standard(), clock).tidyUp((what, number) -> {});

    assertThat(order.stream().distinct()).containsExactly(Remains.values());
    assertThat(order).hasSize(Remains.values().length * TidyUp.BATCHES);
    assertThat(List.of(Remains.values()).indexOf(Remains.TOKENS))
        .isLessThan(List.of(Remains.values()).indexOf(Remains.SESSIONS));
  }

  @Test
  void endsEarlyWhereItIsInterrupted() {
    remains.leave(Remains.MAILS, clock.instant());
    clock.advance(Duration.ofDays(8));

    Thread.currentThread().interrupt();
    try {
      assertThat(removedBy(tidyUp)).isEmpty();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void goesOnWithTheOthersWhereAKindFails() {
    remains.leave(Remains.MAILS, clock.instant());
    clock.advance(Duration.ofDays(8));
    var first = new IllegalStateException("tokens");
    var second = new IllegalStateException("sessions");
    Housekeeping broken =
        (what, keptSince, atMost) ->
            switch (what) {
              case TOKENS -> throw first;
              case SESSIONS -> throw second;
              default -> remains.remove(what, keptSince, atMost);
            };
    var removed = new EnumMap<Remains, Integer>(Remains.class);

    assertThatThrownBy(() -> new TidyUp(broken, Retention.standard(), clock).tidyUp(removed::put))
        .isSameAs(first)
        .hasSuppressedException(second);

    assertThat(removed)
        .containsEntry(Remains.MAILS, 1)
        .doesNotContainKeys(Remains.TOKENS, Remains.SESSIONS);
  }

  @Test
  void tellsWhatWentBeforeAKindFailed() {
    var batches = new AtomicInteger();
    var failure = new IllegalStateException("down");
    Housekeeping failing =
        (what, keptSince, atMost) -> {
          if (what == Remains.MAILS && batches.incrementAndGet() == 1) {
            return atMost;
          }
          throw failure;
        };
    var removed = new EnumMap<Remains, Integer>(Remains.class);

    assertThatThrownBy(() -> new TidyUp(failing, Retention.standard(), clock).tidyUp(removed::put))
        .isSameAs(failure)
        .hasNoSuppressedExceptions();

    assertThat(removed).containsExactly(Map.entry(Remains.MAILS, TidyUp.BATCH));
  }

  @Test
  void keepsSessionsAndEventsForAMonthAtLeast() {
    var none = Duration.ZERO;
    var month = Duration.ofDays(30);
    assertThatThrownBy(() -> new Retention(month, none, Duration.ofDays(29)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Retention(Duration.ofDays(29), none, month))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Map<Remains, Integer> removedBy(TidyUp tidyUp) {
    var removed = new EnumMap<Remains, Integer>(Remains.class);
    tidyUp.tidyUp((what, number) -> removed.merge(what, number, Integer::sum));
    return removed;
  }
}
