package dev.latchkey.bootstrap.wiring;

import dev.latchkey.bootstrap.settings.DatabaseAccess;
import dev.latchkey.bootstrap.settings.Settings;
import dev.latchkey.persistence.Database;
import dev.latchkey.persistence.Migrations;
import dev.latchkey.rest.mail.DevMailbox;
import dev.latchkey.rest.security.ProxyNetwork;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;

/// Everything wired together on one database, not yet serving.
public final class Context {

  private Context() {}

  /// Brings the schema up to date and wires everything. Closing the context gives all connections
  /// and threads back.
  public static ApplicationContext open(Settings settings, DatabaseAccess access) {
    var database = database(access);
    Migrations.apply(database);
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .environmentPropertySource(false)
        .bootstrapEnvironment(false)
        .banner(false)
        .properties(properties(settings, database))
        .singletons(settings)
        // What cannot be wired is to stop the start, not the first request.
        .eagerInitSingletons(true)
        .start();
  }

  /// The database as the persistence adapter speaks of it, with the adapter's timeouts where the
  /// URL says nothing of them.
  public static Database database(DatabaseAccess access) {
    var url = Database.parse(access.url()).url();
    return new Database(url, access.user(), access.password().reveal());
  }

  private static Map<String, Object> properties(Settings settings, Database database) {
    var http = settings.http();
    var properties = new HashMap<>(database.properties());
    // How the pool is called in the figures.
    properties.put("datasources.default.pool-name", "latchkey");
    properties.put("micronaut.server.host", http.host());
    properties.put("micronaut.server.port", http.port());
    if (settings.hasDevMailbox()) {
      properties.put(DevMailbox.SWITCH, "on");
    }
    properties.put("latchkey.smtp", settings.mail().smtp() == null ? "off" : "on");
    properties.put("latchkey.public-url", http.publicUrl().toString());
    properties.put("latchkey.issuer", settings.tokens().issuer());
    properties.put("latchkey.cors-origins", http.corsOrigins());
    properties.put(
        "latchkey.trusted-proxies",
        http.trustedProxies().stream().map(ProxyNetwork::toString).toList());
    properties.put("latchkey.docs", http.docs() ? "on" : "off");
    properties.put("latchkey.access-log", settings.log().access() ? "on" : "off");
    if (!http.apiPrefix().isEmpty()) {
      properties.put("micronaut.server.context-path", http.apiPrefix());
    }
    return properties;
  }
}
