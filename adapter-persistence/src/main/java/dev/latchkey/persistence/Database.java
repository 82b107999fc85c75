package dev.latchkey.persistence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the database is, and how a connection to it behaves: nothing waits for long, so that a
/// database that cannot answer is noticed within seconds.
///
/// @param url for the JDBC driver, without user and password
public record Database(String url, @Nullable String user, @Nullable String password) {

  /// Reads a URL as people write it:
  /// `postgresql://user:password@host:5432/database?sslmode=require`, `postgres://…` or
  /// `jdbc:postgresql://…`, with one host or several. What the URL says of timeouts and the like
  /// wins over what is set here.
  ///
  /// @throws IllegalArgumentException where it is no such URL; the message does not quote it
  public static Database parse(String url) {
    return DatabaseUrl.parse(url);
  }

  /// The settings of Micronaut's data source `default`, by property name.
  public Map<String, Object> properties() {
    var settings = new LinkedHashMap<String, Object>();
    settings.put("url", url);
    if (user != null) {
      settings.put("username", user);
    }
    if (password != null) {
      settings.put("password", password);
    }
    settings.put("driver-class-name", "org.postgresql.Driver");
    settings.put("dialect", "POSTGRES");
    settings.put("maximum-pool-size", 10);
    // Each connection costs both sides a SCRAM exchange: the others are made when they are needed.
    settings.put("minimum-idle", 2);
    settings.put("idle-timeout", 300_000);
    settings.put("connection-timeout", 2_000);
    settings.put("validation-timeout", 1_000);
    settings.put("keepalive-time", 60_000);
    settings.put("max-lifetime", 600_000);
    // The statements are written for it, whatever the server's default is.
    settings.put("transaction-isolation", "TRANSACTION_READ_COMMITTED");
    settings.put("exception-override-class-name", ReadOnlyEviction.class.getName());
    var prefixed = new LinkedHashMap<String, Object>();
    settings.forEach((name, value) -> prefixed.put("datasources.default." + name, value));
    return prefixed;
  }

  @Override
  public String toString() {
    return "Database[user=" + user + "]";
  }
}
