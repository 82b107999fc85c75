package dev.latchkey.bootstrap.postgres;

import dev.latchkey.bootstrap.settings.DatabaseAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// The process that starts and stops the server.
final class Owner implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration RETRY = Duration.ofMillis(500);
  private static final int TRIES = 10;

  private final ServerFiles files;
  private final OwnerLock lock;
  private final ServerPrograms programs;
  private final String version;
  private boolean closed;

  Owner(ServerFiles files, OwnerLock lock) throws IOException {
    this.files = files;
    this.lock = lock;
    version = ServerArchive.version();
    programs = new ServerPrograms(files, files.program(version));
  }

  /// Starts the server or takes over the one that runs. Lets go of the lock where that fails.
  DatabaseAccess open() throws IOException, SQLException {
    var opened = false;
    try {
      var login = login();
      login.furnish();
      opened = true;
      Watch.over(this);
      return login.access();
    } finally {
      if (!opened) {
        lock.close();
      }
    }
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /// Whether the server has died, and is not just being stopped by its owner.
  synchronized boolean hasLostServer() throws IOException {
    return !closed && !isServerAlive();
  }

  /// Starts a server that has died again, at the port that its clients know.
  synchronized void revive() throws IOException {
    if (hasLostServer()) {
      clear(PidFile.read(files));
      programs.start();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      if (isServerAlive()) {
        programs.stop();
      }
    } catch (IOException e) {
      throw new EmbeddedDatabaseFailure(
          "The embedded PostgreSQL does not stop: " + e.getMessage(), e);
    } finally {
      lock.close();
    }
  }

  private boolean isServerAlive() throws IOException {
    return PidFile.read(files).filter(server -> server.isAlive(files)).isPresent();
  }

  private Login login() throws IOException {
    ServerArchive.unpackTo(files.program(version));
    if (!files.hasData()) {
      ServerPassword.keep(files.password());
      programs.initialise();
    }
    requireVersion();
    var orphan = orphan();
    return orphan.isPresent() ? orphan.get() : start();
  }

  private void requireVersion() throws IOException {
    var made = Files.readString(files.data().resolve("PG_VERSION")).strip();
    if (!version.startsWith(made + ".")) {
      throw new EmbeddedDatabaseFailure(
          "The data in %s was made by PostgreSQL %s, but this Latchkey brings %s. Dump it with the older one."
              .formatted(files.data(), made, version));
    }
  }

  /// The server of an owner that was killed. Clears away the note of one that lives no more.
  private Optional<Login> orphan() throws IOException {
    for (var waited = Duration.ZERO; waited.compareTo(PATIENCE) < 0; waited = waited.plus(PAUSE)) {
      var note = PidFile.read(files);
      if (note.isPresent()) {
        var login = Login.to(note.get().port(), files);
        if (login.knock() == Login.Answer.READY) {
          return Optional.of(login);
        }
      }
      if (note.isEmpty() || !note.get().isAlive(files)) {
        clear(note);
        return Optional.empty();
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new EmbeddedDatabaseFailure(
        "A PostgreSQL runs on %s but does not answer. End the process named in %s."
            .formatted(files.data(), PidFile.in(files)));
  }

  /// The server clears away the note of a dead one itself, after a look for that one's children;
  /// but not where the number is by now another process's.
  private void clear(Optional<PidFile> note) throws IOException {
    if (note.isEmpty() || note.get().isTaken()) {
      Files.deleteIfExists(PidFile.in(files));
    }
  }

  private Login start() throws IOException {
    var ports = new Ports(files.port());
    for (var trial = 1; ; trial++) {
      var port = ports.next();
      ServerConfiguration.write(files, port);
      try {
        programs.start();
        ports.remember(port);
        return Login.to(port, files);
      } catch (ServerProgramFailure e) {
        // Somebody else took the port after it was chosen, or children of a killed server still
        // end.
        if (trial == TRIES || (Ports.isFree(port) && !e.isAboutSharedMemory())) {
          throw e;
        }
        LockSupport.parkNanos(RETRY.toNanos());
      }
    }
  }
}
