package dev.latchkey.bootstrap.wiring;

import dev.latchkey.bootstrap.launch.Niceness;
import java.util.concurrent.ThreadFactory;

/// Makes threads that Linux gives little of a busy processor, so that whoever answers requests
/// comes first.
///
/// @param niceness as in [Niceness]
record ModestThreads(int niceness) implements ThreadFactory {

  @Override
  public Thread newThread(Runnable work) {
    return new Thread(() -> {
      Niceness.setForThisThread(niceness);
      work.run();
    });
  }
}
