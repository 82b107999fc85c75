package dev.latchkey.bootstrap.wiring;

import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes password hashing ready: to try the implementations and to have the best one compiled takes
/// more of the processor than all the rest of the start, which is to be over first.
public final class HashPreparation {
  private static final Logger LOG = LoggerFactory.getLogger(HashPreparation.class);

  private final AwaitedPasswordHasher awaited;
  private final ThreadFactory threads;

  HashPreparation(AwaitedPasswordHasher awaited, ThreadFactory threads) {
    this.awaited = awaited;
    this.threads = threads;
  }

  /// Begins, on a thread of its own.
  public void start() {
    var thread =
        threads.newThread(
            () -> LOG.info("Argon2id is computed by: {}", awaited.prepared().argon2()));
    thread.setName("password-preparing");
    thread.setDaemon(true);
    thread.start();
  }
}
