package dev.latchkey.bootstrap.postgres;

import dev.latchkey.bootstrap.settings.DatabaseAccess;
import dev.latchkey.bootstrap.settings.Secret;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// Speaks to a server on this machine. The SCRAM exchange also proves to us that the server knows
/// our password, so a log-in that succeeds has reached our own server and no other.
///
/// @param password of the superuser
/// @param service of the service's role, another one: who has it is still no superuser
record Login(int port, ServerPassword password, ServerPassword service) {
  static final String SUPERUSER = "postgres";

  /// Both the service's role, which is no superuser, and its database.
  private static final String OURS = "latchkey";

  private static final String STARTING_OR_STOPPING = "57P03";

  /// To the server of this folder, with the passwords that are kept there.
  static Login to(int port, ServerFiles files) throws IOException {
    return new Login(
        port, ServerPassword.read(files.password()), ServerPassword.keep(files.servicePassword()));
  }

  /// How a server answers to us.
  enum Answer {
    /// It is ours and ready.
    READY,
    /// It is about to start or to stop.
    BUSY,
    /// Nobody is there, or somebody else.
    NOT_OURS
  }

  Answer knock() {
    try (var connection = connect()) {
      return connection.isValid(1) ? Answer.READY : Answer.BUSY;
    } catch (SQLException e) {
      return STARTING_OR_STOPPING.equals(e.getSQLState()) ? Answer.BUSY : Answer.NOT_OURS;
    }
  }

  /// Makes the service's role and database where they are missing.
  void furnish() throws SQLException {
    try (var connection = connect()) {
      if (!exists(connection, "SELECT FROM pg_roles WHERE rolname = '" + OURS + "'")) {
        execute(connection, "CREATE ROLE " + OURS);
      }
      execute(connection, "ALTER ROLE %s LOGIN PASSWORD '%s'".formatted(OURS, service.reveal()));
      if (!exists(connection, "SELECT FROM pg_database WHERE datname = '" + OURS + "'")) {
        execute(connection, "CREATE DATABASE %s OWNER %s".formatted(OURS, OURS));
      }
    }
  }

  /// Whether the service's role and database are there.
  boolean isFurnished() {
    try (var connection = DriverManager.getConnection(access().url(), OURS, service.reveal())) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  /// What the service connects with.
  DatabaseAccess access() {
    return new DatabaseAccess(url(OURS), OURS, new Secret(service.reveal()));
  }

  private Connection connect() throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", SUPERUSER);
    properties.setProperty("password", password.reveal());
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("socketTimeout", "60");
    properties.setProperty("requireAuth", "scram-sha-256");
    return DriverManager.getConnection(url("postgres"), properties);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable".formatted(port, database);
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
