package dev.latchkey.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/// Brings the schema `auth` up to date. It has a history table of its own, so that it can live in a
/// database that other services migrate too.
public final class Migrations {
  /// The schema that holds everything of ours.
  public static final String SCHEMA = "auth";

  /// Where it is written down what was applied.
  public static final String HISTORY_TABLE = "flyway_schema_history_auth";

  static final String LOCATION = "latchkey/migration";
  static final List<String> SCRIPTS =
      List.of(
          "V1__users_and_sessions.sql",
          "V2__audit_tickets_and_mail.sql",
          "V3__limits.sql",
          "V4__audit_and_housekeeping.sql",
          "V5__signing_keys.sql",
          "V6__clients.sql",
          "V7__api_keys.sql",
          "V8__session_notices.sql",
          "V9__growth.sql",
          "V10__live_sessions.sql");

  private Migrations() {}

  /// Applies what is missing. Of several nodes that do so at once one works while the others wait,
  /// and then find nothing to do. Changes nothing in other schemas. Uses connections of its own, on
  /// which a long statement is not cut short.
  ///
  /// @return how many scripts were applied
  /// @throws org.flywaydb.core.api.FlywayException where the database cannot be reached, a script
  ///   fails, an applied one was edited since, or the schema holds tables of somebody else
  public static int apply(Database database) {
    var dataSource = dataSource(database);
    if (MigrationHistory.isComplete(dataSource)) {
      return 0;
    }
    return MigrationLock.holding(dataSource, () -> flyway(dataSource).migrate().migrationsExecuted);
  }

  private static DataSource dataSource(Database database) {
    var dataSource = new PGSimpleDataSource();
    dataSource.setUrl(database.url());
    dataSource.setUser(database.user());
    dataSource.setPassword(database.password());
    dataSource.setSocketTimeout(0);
    dataSource.setOptions("-c statement_timeout=0 -c lock_timeout=10s");
    return dataSource;
  }

  /// The SQL of every migration in order, for those who apply it by themselves.
  public static String script() {
    return SCRIPTS.stream()
        .map(Migrations::read)
        .collect(Collectors.joining("\n", "CREATE SCHEMA IF NOT EXISTS " + SCHEMA + ";\n\n", ""));
  }

  static Flyway flyway(DataSource dataSource) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:" + LOCATION)
        .schemas(SCHEMA)
        .table(HISTORY_TABLE)
        .placeholderReplacement(false)
        .load();
  }

  static String read(String script) {
    try (var in = Migrations.class.getClassLoader().getResourceAsStream(LOCATION + "/" + script)) {
      if (in == null) {
        throw new IllegalStateException("the migration " + script + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
