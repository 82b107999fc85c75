package dev.latchkey.bootstrap.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// Callers who each call again as soon as they have an answer, each on a thread of its own.
final class Load {
  /// Of one caller in one burst, whatever time is left.
  private static final int MOST_CALLS = 20_000;

  private Load() {}

  /// Lets them call for so long; calls that are under way at the end are waited for.
  static Burst run(List<? extends Call> callers, Duration time) throws Exception {
    var ready = new CountDownLatch(callers.size());
    try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      var shares = new ArrayList<Callable<Share>>();
      for (var caller : callers) {
        shares.add(() -> {
          ready.countDown();
          ready.await();
          return repeat(caller, time.toNanos());
        });
      }
      var done = new ArrayList<Share>();
      for (var share : threads.invokeAll(shares)) {
        done.add(share.get());
      }
      return together(done);
    }
  }

  private static Share repeat(Call call, long nanos) throws Exception {
    var times = new ArrayList<Long>();
    var shed = 0;
    var begin = System.nanoTime();
    var now = begin;
    for (var calls = 0; calls < MOST_CALLS && now - begin < nanos; calls++) {
      var outcome = call.run();
      var end = System.nanoTime();
      if (outcome == Call.Outcome.DONE) {
        times.add(end - now);
      } else {
        shed++;
      }
      now = end;
    }
    return new Share(times, shed, begin, now);
  }

  private static Burst together(List<Share> shares) {
    var begin = shares.stream().mapToLong(Share::begin).min().orElseThrow();
    var end = shares.stream().mapToLong(Share::end).max().orElseThrow();
    return new Burst(
        shares.stream().flatMap(share -> share.times().stream()).toList(),
        shares.stream().mapToLong(Share::shed).sum(),
        (end - begin) / 1e9);
  }

  /// What one caller got done.
  private record Share(List<Long> times, long shed, long begin, long end) {}
}
