package dev.latchkey.bootstrap.wiring;

import dev.latchkey.crypto.password.CommonPasswords;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes password hashing ready: to try the implementations and to have the best one compiled takes
/// more of the processor than all the rest of the start, which is to be over first.
public final class HashPreparation {
  private static final Logger LOG = LoggerFactory.getLogger(HashPreparation.class);

  /// Who asks whether the service is ready comes first.
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final AwaitedPasswordHasher awaited;
  private final ThreadFactory threads;

  HashPreparation(AwaitedPasswordHasher awaited, ThreadFactory threads) {
    this.awaited = awaited;
    this.threads = threads;
  }

  /// Begins, on a thread of its own.
  public void start() {
    var thread =
        threads.newThread(() -> {
          LockSupport.parkNanos(PAUSE.toNanos());
          LOG.info("Argon2id is computed by: {}", awaited.prepared().argon2());
          CommonPasswords.load();
        });
    thread.setName("password-preparing");
    thread.setDaemon(true);
    thread.start();
  }
}
