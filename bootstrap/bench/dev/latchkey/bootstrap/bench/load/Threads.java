package dev.latchkey.bootstrap.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// Work within this process, each on a platform thread of its own, over and over.
public final class Threads {
  private Threads() {}

  /// Something done once; what it returns is of no interest.
  public interface Task extends Callable<Object> {}

  /// Lets them work for so long; what is under way at the end is waited for.
  public static Tally run(Duration time, List<? extends Task> tasks) throws Exception {
    var ready = new CountDownLatch(tasks.size());
    try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      var shares = new ArrayList<Callable<Tally>>();
      for (var task : tasks) {
        shares.add(() -> {
          ready.countDown();
          ready.await();
          return repeat(task, time.toNanos());
        });
      }
      var begin = System.nanoTime();
      var sum = new Tally();
      for (var share : threads.invokeAll(shares)) {
        sum.add(share.get());
      }
      sum.lasted(System.nanoTime() - begin);
      return sum;
    }
  }

  private static Tally repeat(Task task, long nanos) throws Exception {
    var tally = new Tally();
    var begin = System.nanoTime();
    for (var now = begin; now - begin < nanos; ) {
      task.call();
      var end = System.nanoTime();
      tally.done(end - now);
      now = end;
    }
    return tally;
  }
}
