package dev.latchkey.bootstrap.bench.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// All demands at once on the calling thread, which sleeps while nothing is to be done.
public final class Loop {
  private static final long PATIENCE = Duration.ofSeconds(60).toNanos();
  private static final long MILLI = 1_000_000;

  private final Selector selector;
  private final List<Demand> demands;

  private Loop(Selector selector, List<Demand> demands) {
    this.selector = selector;
    this.demands = demands;
  }

  /// Lets them ask for so long; what is under way at the end is waited for.
  public static void run(Duration time, Demand... demands) throws IOException {
    try (var selector = Selector.open()) {
      try {
        new Loop(selector, List.of(demands)).run(time.toNanos());
      } finally {
        for (var key : selector.keys()) {
          key.channel().close();
        }
      }
    }
  }

  private void run(long time) throws IOException {
    var begin = System.nanoTime();
    for (var demand : demands) {
      demand.begin(selector, begin, begin + time);
    }
    var now = begin;
    while (now < begin + time || isUnderWay()) {
      var due = now < begin + time ? Math.min(ask(now), begin + time) : now + MILLI;
      await(due);
      now = System.nanoTime();
      if (now - begin > time + PATIENCE) {
        throw new IOException("no answer");
      }
    }
    for (var demand : demands) {
      demand.tally().lasted(now - begin);
    }
  }

  private boolean isUnderWay() {
    return demands.stream().anyMatch(demand -> demand.underWay() > 0);
  }

  private long ask(long now) throws IOException {
    var due = Long.MAX_VALUE;
    for (var demand : demands) {
      due = Math.min(due, demand.ask(now));
    }
    return due;
  }

  /// A selector waits whole milliseconds: what is left of one is slept.
  private void await(long due) throws IOException {
    var left = due - System.nanoTime();
    if (left >= MILLI) {
      selector.select(this::proceed, left / MILLI);
    } else if (selector.selectNow(this::proceed) == 0 && left > 0) {
      LockSupport.parkNanos(left);
    }
  }

  private void proceed(SelectionKey key) {
    var use = (Wire.Use) key.attachment();
    try {
      if (use.wire().proceed()) {
        use.demand().answered(use.wire(), System.nanoTime());
      }
    } catch (IOException e) {
      use.wire().close();
      use.demand().failed(use.wire(), e);
    }
  }
}
