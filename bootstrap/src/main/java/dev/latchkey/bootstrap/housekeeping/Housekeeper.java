package dev.latchkey.bootstrap.housekeeping;

import dev.latchkey.application.housekeeping.TidyUp;
import dev.latchkey.domain.WireName;
import dev.latchkey.domain.housekeeping.Remains;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tidies up every now and then, on a thread of its own, and counts what goes.
public final class Housekeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeper.class);
  // Longer than any statement may take.
  private static final Duration ENDING = Duration.ofSeconds(10);

  private final TidyUp tidyUp;
  private final Duration pause;
  private final Map<Remains, Counter> removed = new EnumMap<>(Remains.class);
  private @Nullable Thread thread;

  /// @param pause between two rounds, on average: nodes that start together do not meet for ever
  public Housekeeper(TidyUp tidyUp, MeterRegistry registry, Duration pause) {
    this.tidyUp = tidyUp;
    this.pause = pause;
    for (var what : Remains.values()) {
      removed.put(
          what,
          Counter.builder("latchkey.housekeeping.removed")
              .description("Rows that had had their time")
              .tag("what", WireName.of(what))
              .register(registry));
    }
  }

  /// Begins, with a pause.
  public synchronized void start() {
    if (thread == null) {
      thread = Thread.ofPlatform().daemon().name("housekeeping").start(this::work);
    }
  }

  private void work() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(jittered());
        round();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration jittered() {
    var millis = pause.toMillis();
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis / 2, millis * 3 / 2 + 1));
  }

  private void round() {
    try {
      tidyUp.tidyUp(this::count);
    } catch (RuntimeException e) {
      LOG.warn("Housekeeping did not get through, and tries again later: {}", e.getMessage());
    }
  }

  private void count(Remains what, int number) {
    Objects.requireNonNull(removed.get(what)).increment(number);
  }

  /// Ends after the batch that is under way.
  @Override
  public void close() {
    var running = running();
    if (running != null) {
      running.interrupt();
      try {
        running.join(ENDING);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized @Nullable Thread running() {
    return thread;
  }
}
