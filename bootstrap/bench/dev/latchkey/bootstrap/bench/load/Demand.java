package dev.latchkey.bootstrap.bench.load;

import java.io.IOException;
import java.nio.channels.Selector;

/// Somebody who asks, for as long as a [Loop] lets them.
public abstract class Demand {
  private final Tally tally = new Tally();

  /// What came of it.
  public final Tally tally() {
    return tally;
  }

  /// Opens what it needs; times are those of [System#nanoTime()].
  abstract void begin(Selector selector, long now, long end) throws IOException;

  /// Asks what is due.
  ///
  /// @return when something is due next, [Long#MAX_VALUE] where that depends on an answer
  abstract long ask(long now) throws IOException;

  /// Takes note of a complete answer.
  abstract void answered(Wire wire, long now) throws IOException;

  /// Takes note of a connection that failed.
  abstract void failed(Wire wire, IOException failure);

  /// How many answers are still to come.
  abstract int underWay();
}
