package dev.latchkey.bootstrap.housekeeping;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Has the JVM collect its garbage before it would, and so give memory back: it does so of itself
/// only where the heap has reached its limit, which is there for rare needs.
///
/// All is collected once what a start left behind is garbage; where the heap has grown beyond what
/// is enough; and while nobody needs the processor, after the first minute and every ten. It takes
/// a tenth of a second or so.
public final class HeapKeeper implements AutoCloseable {
  /// The system property that holds how many MiB are enough. Without it any number is.
  public static final String ENOUGH = "latchkey.heap";

  private static final Duration ROUND = Duration.ofSeconds(10);

  /// A twentieth of one processor.
  private static final Duration QUIET = ROUND.dividedBy(20);

  private static final int FIRST = 6;
  private static final int EVERY = 60;

  private final Supplier<Optional<Duration>> processorTime;
  private final LongSupplier heap;
  private final long enough;
  private final Runnable collection;
  private @Nullable Thread thread;
  private @Nullable Duration before;
  private long limit;
  private int quietRounds;

  public HeapKeeper() {
    this(
        () -> ProcessHandle.current().info().totalCpuDuration(),
        Runtime.getRuntime()::totalMemory,
        Long.getLong(ENOUGH, Integer.MAX_VALUE) << 20,
        System::gc);
  }

  /// @param processorTime how much the process has used; none where the system does not tell
  /// @param heap how many bytes the heap takes
  /// @param enough how many it should
  HeapKeeper(
      Supplier<Optional<Duration>> processorTime,
      LongSupplier heap,
      long enough,
      Runnable collection) {
    this.processorTime = processorTime;
    this.heap = heap;
    this.enough = enough;
    this.collection = collection;
    limit = enough;
  }

  /// Begins, on a thread of its own.
  public synchronized void start() {
    if (thread == null) {
      thread = Thread.ofPlatform().daemon().name("heap").start(this::work);
    }
  }

  private void work() {
    try {
      Thread.sleep(ROUND);
      collect();
      while (true) {
        Thread.sleep(ROUND);
        look();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /// Looks back on one round.
  void look() {
    quietRounds = isQuiet() ? quietRounds + 1 : 0;
    if (heap.getAsLong() > limit || quietRounds % EVERY == FIRST) {
      collect();
    }
  }

  /// Where more than enough is in use, there is nothing to be had soon again.
  private void collect() {
    collection.run();
    limit = Math.max(enough, heap.getAsLong() / 4 * 5);
  }

  private boolean isQuiet() {
    var now = processorTime.get().orElse(null);
    var isQuiet = now != null && before != null && now.minus(before).compareTo(QUIET) <= 0;
    before = now;
    return isQuiet;
  }

  @Override
  public synchronized void close() {
    if (thread != null) {
      thread.interrupt();
    }
  }
}
