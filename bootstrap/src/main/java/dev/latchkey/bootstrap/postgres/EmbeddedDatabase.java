package dev.latchkey.bootstrap.postgres;

import dev.latchkey.bootstrap.settings.DatabaseAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL of the service's own on this machine, for as long as it is open.
///
/// What it commits is on the disk. It listens on the loopback address alone and lets nobody in
/// without the password kept beside the data. One process at a time owns it: starts it, and stops
/// it when it closes it. Where an owner was killed, its server runs on until the next owner takes
/// it over.
public final class EmbeddedDatabase implements AutoCloseable {
  private final DatabaseAccess access;
  private final @Nullable Owner owner;

  private EmbeddedDatabase(DatabaseAccess access, @Nullable Owner owner) {
    this.access = access;
    this.owner = owner;
  }

  /// Starts the server, or takes over one that has lost its owner. The first start on a home takes
  /// seconds.
  ///
  /// @param home its folder `postgres` holds the data, the programs and the password
  /// @throws EmbeddedDatabaseFailure where another process owns the server, or it does not start
  public static EmbeddedDatabase start(Path home) {
    var files = ServerFiles.below(home);
    return take(files)
        .orElseThrow(() ->
            new EmbeddedDatabaseFailure(
                ("Another Latchkey (process %s) already runs on %s. Stop that one first, or set"
                        + " LATCHKEY_HOME to another folder.")
                    .formatted(OwnerLock.holder(files.lock()), home)));
  }

  /// Uses the server of a service that is running, or else starts it as [#start] does. For commands
  /// beside a service: closing ends the server only if it was this call that started it.
  ///
  /// @throws EmbeddedDatabaseFailure where the server does not answer
  public static EmbeddedDatabase join(Path home) {
    var files = ServerFiles.below(home);
    return take(files).orElseGet(() -> new EmbeddedDatabase(Guest.access(files), null));
  }

  /// How to reach it.
  public DatabaseAccess access() {
    return access;
  }

  /// Stops the server, if this is its owner. Connections that are still open are cut.
  @Override
  public void close() {
    if (owner != null) {
      owner.close();
    }
  }

  private static Optional<EmbeddedDatabase> take(ServerFiles files) {
    try {
      var lock = OwnerLock.tryTake(files.lock());
      if (lock.isEmpty()) {
        return Optional.empty();
      }
      var owner = new Owner(files, lock.get());
      return Optional.of(new EmbeddedDatabase(owner.open(), owner));
    } catch (IOException | SQLException e) {
      throw new EmbeddedDatabaseFailure(
          "The embedded PostgreSQL does not start: " + e.getMessage(), e);
    }
  }
}
