package dev.latchkey.bootstrap.postgres;

import dev.latchkey.bootstrap.settings.DatabaseAccess;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Finds the server that another process owns.
final class Guest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private Guest() {}

  /// Waits for a server that is just starting.
  static DatabaseAccess access(ServerFiles files) {
    for (var waited = Duration.ZERO; waited.compareTo(PATIENCE) < 0; waited = waited.plus(PAUSE)) {
      var access = tryAccess(files);
      if (access.isPresent()) {
        return access.get();
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new EmbeddedDatabaseFailure(
        "The PostgreSQL of the Latchkey that runs on %s (process %s) does not answer."
            .formatted(files.folder().getParent(), OwnerLock.holder(files.lock())));
  }

  private static Optional<DatabaseAccess> tryAccess(ServerFiles files) {
    try {
      var pid = PidFile.read(files);
      if (pid.isEmpty()) {
        return Optional.empty();
      }
      var login = Login.to(pid.get().port(), files);
      return login.knock() == Login.Answer.READY && login.isFurnished()
          ? Optional.of(login.access())
          : Optional.empty();
    } catch (IOException notYet) {
      return Optional.empty();
    }
  }
}
