package dev.latchkey.bootstrap.command;

import dev.latchkey.bootstrap.settings.DatabaseAccess;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Waits for a database that starts together with the service.
final class DatabaseWait {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseWait.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private DatabaseWait() {}

  /// Comes back when the database lets us in.
  ///
  /// @throws StartFailure where it has not after that time, or at once where waiting cannot help
  static void forDatabase(DatabaseAccess access, Duration patience) {
    var deadline = System.nanoTime() + patience.toNanos();
    var told = false;
    for (var refusal = knock(access); refusal != null; refusal = knock(access)) {
      if (!refusal.isPassing() || System.nanoTime() - deadline > 0) {
        throw new StartFailure(refusal.sentence());
      }
      if (!told) {
        LOG.warn("Waiting for the database: {}", refusal.message());
        told = true;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static @Nullable DatabaseRefusal knock(DatabaseAccess access) {
    var properties = new Properties();
    properties.setProperty("user", access.user());
    properties.setProperty("password", access.password().reveal());
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("loginTimeout", "3");
    properties.setProperty("socketTimeout", "3");
    try (var connection = DriverManager.getConnection(access.url(), properties)) {
      return null;
    } catch (SQLException e) {
      return DatabaseRefusal.in(e).orElseThrow();
    }
  }
}
