package dev.latchkey.application.housekeeping;

import dev.latchkey.domain.housekeeping.Remains;
import dev.latchkey.domain.housekeeping.Retention;
import dev.latchkey.domain.port.Housekeeping;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.function.ObjIntConsumer;

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
  /// where the thread is interrupted. A kind that fails does not keep the others from their turn;
  /// the first failure is thrown at the end, with the others suppressed.
  ///
  /// @param removed told of each transaction what it removed, so that it is known also where the
  ///   round fails
  public void tidyUp(ObjIntConsumer<Remains> removed) {
    var failures = new LinkedHashSet<RuntimeException>();
    for (var what : Remains.values()) {
      try {
        remove(what, removed);
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      var first = failures.iterator().next();
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }

  private void remove(Remains what, ObjIntConsumer<Remains> counted) {
    var keptSince = retention.keptSince(what, clock.instant());
    for (var batch = 0; batch < BATCHES && !Thread.currentThread().isInterrupted(); batch++) {
      var removed = housekeeping.remove(what, keptSince, BATCH);
      counted.accept(what, removed);
      if (removed < BATCH) {
        return;
      }
    }
  }
}
