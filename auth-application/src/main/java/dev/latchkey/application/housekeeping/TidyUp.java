package dev.latchkey.application.housekeeping;

import dev.latchkey.domain.housekeeping.Remains;
import dev.latchkey.domain.housekeeping.Retention;
import dev.latchkey.domain.port.Housekeeping;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/// Removes what has had its time.
public final class TidyUp {
  /// How many of a kind go in one transaction.
  static final int BATCH = 1_000;

  /// How many transactions there are of a kind in one round, so that each gets its turn.
  static final int BATCHES = 100;

  private final Housekeeping housekeeping;
  private final Retention retention;
  private final InstantSource clock;

  public TidyUp(Housekeeping housekeeping, Retention retention, InstantSource clock) {
    this.housekeeping = housekeeping;
    this.retention = retention;
    this.clock = clock;
  }

  /// Goes one round, in small transactions, until nothing is left or much was removed. Ends early
  /// where the thread is interrupted.
  ///
  /// @return how many of each kind were removed
  public Map<Remains, Integer> tidyUp() {
    var removed = new EnumMap<Remains, Integer>(Remains.class);
    for (var what : Remains.values()) {
      removed.put(what, removed(what));
    }
    return removed;
  }

  private int removed(Remains what) {
    var keptSince = retention.keptSince(what, clock.instant());
    var sum = 0;
    for (var batch = 0; batch < BATCHES && !Thread.currentThread().isInterrupted(); batch++) {
      var removed = housekeeping.remove(what, keptSince, BATCH);
      sum += removed;
      if (removed < BATCH) {
        return sum;
      }
    }
    return sum;
  }
}
