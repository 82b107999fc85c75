package dev.latchkey.mail.smtp;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Ends work in time that only ever waits for the network: a server that sends a byte a second
/// outlasts every timeout of a single read.
final class Deadline {
  private Deadline() {}

  /// Runs the work on a virtual thread. To interrupt one closes the socket that it waits for.
  ///
  /// @throws TimeoutException where it has not ended in time; it is interrupted then
  static <T> T within(Duration limit, Callable<T> work)
      throws ExecutionException, InterruptedException, TimeoutException {
    var task = new FutureTask<>(work);
    var thread = Thread.ofVirtual().name("smtp").start(task);
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      thread.interrupt();
    }
  }
}
