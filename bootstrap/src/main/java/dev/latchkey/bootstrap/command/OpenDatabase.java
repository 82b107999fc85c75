package dev.latchkey.bootstrap.command;

import dev.latchkey.bootstrap.postgres.EmbeddedDatabase;
import dev.latchkey.bootstrap.settings.DatabaseAccess;
import dev.latchkey.bootstrap.settings.Settings;
import org.jspecify.annotations.Nullable;

/// The database that the settings name, or else the embedded one, for as long as it is open.
final class OpenDatabase implements AutoCloseable {
  private final DatabaseAccess access;
  private final @Nullable EmbeddedDatabase embedded;

  private OpenDatabase(DatabaseAccess access, @Nullable EmbeddedDatabase embedded) {
    this.access = access;
    this.embedded = embedded;
  }

  /// For the service, which owns an embedded database, and waits for one that starts with it.
  static OpenDatabase own(Settings settings) {
    var database = settings.database();
    if (database == null) {
      return of(EmbeddedDatabase.start(settings.home()));
    }
    DatabaseWait.forDatabase(database, settings.databaseWait());
    return new OpenDatabase(database, null);
  }

  /// For a command, which may run beside a service.
  static OpenDatabase join(Settings settings) {
    return settings.database() == null
        ? of(EmbeddedDatabase.join(settings.home()))
        : new OpenDatabase(settings.database(), null);
  }

  private static OpenDatabase of(EmbeddedDatabase embedded) {
    return new OpenDatabase(embedded.access(), embedded);
  }

  DatabaseAccess access() {
    return access;
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
