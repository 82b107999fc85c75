package dev.latchkey.bootstrap.settings;

import dev.latchkey.persistence.Database;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the setting `DATABASE_URL` may be: what the persistence adapter reads, with a user, a
/// database and hosts that can be hosts.
final class DatabaseUrl {
  private static final Pattern FORM =
      Pattern.compile("jdbc:postgresql://(?<hosts>[^/]+)/(?<database>[^?]+)[?](?<query>.*)");
  private static final Pattern HOST =
      Pattern.compile("(?:[0-9A-Za-z._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?");
  private static final Pattern WITHOUT_TLS = Pattern.compile("(?:^|.*&)sslmode=disable(?:&.*|$)");

  private DatabaseUrl() {}

  static Optional<DatabaseAccess> parse(String text) {
    try {
      return Optional.of(Database.parse(text))
          .filter(DatabaseUrl::isWhole)
          .map(DatabaseUrl::access);
    } catch (IllegalArgumentException noUrl) {
      return Optional.empty();
    }
  }

  /// Whether the URL asks for a connection without TLS that leaves this machine.
  static boolean isPlainAndRemote(DatabaseAccess access) {
    var url = FORM.matcher(access.url());
    return url.matches()
        && WITHOUT_TLS.matcher(url.group("query")).matches()
        && !hosts(url.group("hosts"))
            .allMatch(host -> Forms.isLoopback(host.replaceFirst(":[0-9]+$", "")));
  }

  private static boolean isWhole(Database database) {
    var url = FORM.matcher(database.url());
    return database.user() != null
        && !database.user().isEmpty()
        && url.matches()
        && hosts(url.group("hosts")).allMatch(host -> HOST.matcher(host).matches());
  }

  private static Stream<String> hosts(String list) {
    return Stream.of(list.split(",", -1));
  }

  private static DatabaseAccess access(Database database) {
    return new DatabaseAccess(
        database.url(),
        Objects.requireNonNull(database.user()),
        new Secret(Objects.requireNonNullElse(database.password(), "")));
  }
}
