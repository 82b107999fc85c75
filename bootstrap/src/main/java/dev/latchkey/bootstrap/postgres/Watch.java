package dev.latchkey.bootstrap.postgres;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after a server for as long as its owner is open: one that has died, for want of memory or
/// by somebody's hand, is started again. Meanwhile the pool of its clients finds nobody there.
final class Watch {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private Watch() {}

  static void over(Owner owner) {
    Thread.ofPlatform().daemon().name("postgres-watch").start(() -> watch(owner));
  }

  private static void watch(Owner owner) {
    try {
      while (!owner.isClosed()) {
        Thread.sleep(PAUSE);
        look(owner);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// Two looks: somebody may be restarting the server by hand.
  private static void look(Owner owner) throws InterruptedException {
    try {
      if (owner.hasLostServer()) {
        Thread.sleep(PAUSE);
        if (owner.hasLostServer()) {
          LOG.error("The embedded PostgreSQL has died. It is started again.");
          owner.revive();
        }
      }
    } catch (IOException | EmbeddedDatabaseFailure e) {
      LOG.error("The embedded PostgreSQL does not start yet: {}", e.getMessage());
    }
  }
}
