package dev.latchkey.persistence.session.live;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the node notices of its own, each with the time of its sending.
///
/// They go by the pool and not by the connection that listens: one sent on that would come back
/// even where something between, such as a pooler, keeps the notices of others from it.
@Singleton
final class Beats {
  private static final Logger LOG = LoggerFactory.getLogger(Beats.class);
  private static final Duration PERIOD = Duration.ofMillis(500);

  // Nobody needs a beat to outlive a crash, and other commits wait in line behind it.
  private static final String SEND =
      "SELECT set_config('synchronous_commit', 'off', true), pg_notify('latchkey', ?)";

  private final JdbcOperations jdbc;
  private final String prefix = "beat " + UUID.randomUUID() + " ";
  private final Semaphore wanted = new Semaphore(0);
  private volatile boolean on;

  Beats(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /// When a beat was sent, by [System#nanoTime()]; empty for any other notice, and other nodes'.
  OptionalLong sentAt(String notice) {
    return notice.startsWith(prefix)
        ? OptionalLong.of(Long.parseLong(notice.substring(prefix.length())))
        : OptionalLong.empty();
  }

  /// Sends the next one now, and the others in time.
  void resume() {
    on = true;
    wanted.release();
  }

  /// Sends none for the time being.
  void pause() {
    on = false;
  }

  /// Sends beats until the thread is interrupted.
  void send() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        wanted.tryAcquire(PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        if (on) {
          trySend();
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void trySend() {
    try {
      jdbc.execute(connection -> {
        try (var statement = connection.prepareStatement(SEND)) {
          statement.setString(1, prefix + System.nanoTime());
          return statement.execute();
        }
      });
    } catch (RuntimeException | Error unavailable) {
      LOG.debug("No beat could be sent", unavailable);
    }
  }
}
