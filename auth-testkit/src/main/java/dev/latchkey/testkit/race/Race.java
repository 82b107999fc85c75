package dev.latchkey.testkit.race;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Runs calls at once, each on a platform thread of its own behind one barrier.
public final class Race {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Race() {}

  /// Runs the same call so many times at once.
  ///
  /// @return what each call gave
  /// @throws AssertionError where a call failed, or has not come back within a minute
  public static <T> List<T> of(int runners, Callable<T> call) {
    return among(IntStream.range(0, runners).mapToObj(unused -> call).toList());
  }

  /// Runs different calls at once.
  ///
  /// @throws AssertionError where a call failed, or has not come back within a minute
  public static void between(Runnable... calls) {
    among(Stream.of(calls).map(Executors::callable).map(Race::finished).toList());
  }

  /// Runs these calls at once.
  ///
  /// @return what each call gave, in their order
  /// @throws AssertionError where a call failed, or has not come back within a minute
  public static <T> List<T> among(List<? extends Callable<T>> calls) {
    return among(calls, PATIENCE);
  }

  static <T> List<T> among(List<? extends Callable<T>> calls, Duration patience) {
    var start = new CyclicBarrier(calls.size());
    var threads = Executors.newFixedThreadPool(calls.size());
    try {
      var waiting = calls.stream().map(call -> waiting(start, call)).toList();
      return results(threads.invokeAll(waiting, patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("the race was interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> Callable<T> waiting(CyclicBarrier start, Callable<T> call) {
    return () -> {
      start.await();
      return call.call();
    };
  }

  private static Callable<Boolean> finished(Callable<?> call) {
    return () -> {
      call.call();
      return true;
    };
  }

  private static <T> List<T> results(List<Future<T>> futures) throws InterruptedException {
    var results = new ArrayList<T>();
    for (var future : futures) {
      try {
        results.add(future.get());
      } catch (ExecutionException e) {
        throw new AssertionError("a runner failed", e.getCause());
      } catch (CancellationException e) {
        throw new AssertionError("a runner has not come back in time", e);
      }
    }
    return results;
  }
}
