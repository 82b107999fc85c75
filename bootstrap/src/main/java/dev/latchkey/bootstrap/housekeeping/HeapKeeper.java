package dev.latchkey.bootstrap.housekeeping;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Has the JVM give memory back while nobody needs the processor. It collects of itself only when
/// the heap is full, which a heap that is not asked for much never is.
///
/// All is collected once what a start left behind is garbage, and then in quiet minutes: in the
/// first, and in each tenth that follows without a busy one. It takes less than a tenth of a
/// second.
public final class HeapKeeper {
  private static final Duration START = Duration.ofSeconds(10);
  private static final Duration ROUND = Duration.ofMinutes(1);

  /// A twentieth of one processor.
  private static final Duration QUIET = ROUND.dividedBy(20);

  private static final int EVERY = 10;

  private final Supplier<Optional<Duration>> processorTime;
  private final Runnable collection;
  private Duration before = Duration.ZERO;
  private int quietMinutes;

  public HeapKeeper() {
    this(() -> ProcessHandle.current().info().totalCpuDuration(), System::gc);
  }

  /// @param processorTime how much the process has used; none where the system does not tell
  HeapKeeper(Supplier<Optional<Duration>> processorTime, Runnable collection) {
    this.processorTime = processorTime;
    this.collection = collection;
  }

  /// Begins, on a thread of its own that ends with the JVM.
  public void start() {
    Thread.ofPlatform().daemon().name("heap").start(this::work);
  }

  private void work() {
    try {
      Thread.sleep(START);
      collection.run();
      while (true) {
        Thread.sleep(ROUND);
        look();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /// Looks back on one minute.
  void look() {
    var now = processorTime.get();
    if (now.isEmpty()) {
      return;
    }
    var used = now.get().minus(before);
    before = now.get();
    if (used.compareTo(QUIET) > 0) {
      quietMinutes = 0;
    } else if (quietMinutes++ % EVERY == 0) {
      collection.run();
    }
  }
}
