package dev.latchkey.persistence;

import dev.latchkey.domain.port.SecretStore;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.SessionId;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import java.util.Optional;

/// The stores of one database, as the service makes them.
public final class JdbcStores implements AutoCloseable {
  private final Database database;
  private final ApplicationContext context;

  private JdbcStores(Database database, Map<String, Object> settings) {
    this.database = database;
    this.context = Postgres.start(database, settings);
  }

  /// Stores on a new database.
  public static JdbcStores open() {
    return on(Postgres.createMigrated());
  }

  /// Stores on this database.
  public static JdbcStores on(Database database) {
    return on(database, Map.of());
  }

  /// Stores on this database, with settings of Micronaut that differ from the usual.
  public static JdbcStores on(Database database, Map<String, Object> settings) {
    return new JdbcStores(database, settings);
  }

  public Database database() {
    return database;
  }

  public ApplicationContext context() {
    return context;
  }

  public UserStore users() {
    return context.getBean(UserStore.class);
  }

  public SessionStore sessions() {
    return context.getBean(SessionStore.class);
  }

  public SecretStore secrets() {
    return context.getBean(SecretStore.class);
  }

  /// Why a session was ended, which the port tells nobody.
  public Optional<EndReason> endReason(SessionId id) {
    return Postgres.query(
            database, "SELECT revoke_reason FROM auth.session WHERE id = '" + id + "'")
        .map(EndReason::valueOf);
  }

  /// How many deadlocks the server had to break so far, complete once the stores are closed.
  public int deadlocks() {
    return Postgres.query(
            database, "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
        .map(Integer::parseInt)
        .orElseThrow();
  }

  @Override
  public void close() {
    context.close();
  }
}
