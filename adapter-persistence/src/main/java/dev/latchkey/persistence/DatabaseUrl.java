package dev.latchkey.persistence;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the URL of a database, in the form of libpq, of JDBC or of other languages' drivers
/// (`postgresql+name://`).
final class DatabaseUrl {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:jdbc:)?postgres(?:ql)?(?:\\+[a-z0-9]+)?://(?:(?<user>[^/?]*)@)?(?<hosts>[\\w.,:\\[\\]-]*)"
              + "(?:/(?<database>[^?/]*))?(?:\\?(?<parameters>.*))?");

  /// Names of libpq and what the JDBC driver calls them.
  private static final Map<String, String> DRIVER_NAMES =
      Map.of(
          "connect_timeout", "connectTimeout",
          "application_name", "ApplicationName",
          "channel_binding", "channelBinding",
          "target_session_attrs", "targetServerType");

  private static final Map<String, String> DEFAULTS = defaults();

  private DatabaseUrl() {}

  static Database parse(String url) {
    var matcher = FORM.matcher(url.strip());
    if (!matcher.matches()) {
      throw refused();
    }
    try {
      return read(matcher);
    } catch (IllegalArgumentException malformedEscape) {
      // Its message would quote the text, which may be a piece of the password.
      throw refused();
    }
  }

  private static Database read(Matcher matcher) {
    var parameters = parameters(matcher.group("parameters"));
    var login = matcher.group("user") == null ? "" : matcher.group("user");
    var colon = login.indexOf(':');
    var user = colon < 0 ? login : login.substring(0, colon);
    var givenUser = parameters.remove("user");
    var givenPassword = parameters.remove("password");
    return new Database(
        "jdbc:postgresql://" + hosts(matcher) + "/" + database(matcher) + "?" + query(parameters),
        user.isEmpty() ? givenUser : decode(user),
        colon < 0 ? givenPassword : decode(login.substring(colon + 1)));
  }

  private static String hosts(Matcher matcher) {
    return matcher.group("hosts").isEmpty() ? "localhost" : matcher.group("hosts");
  }

  private static String database(Matcher matcher) {
    return matcher.group("database") == null ? "" : matcher.group("database");
  }

  private static Map<String, String> parameters(@Nullable String query) {
    var parameters = new LinkedHashMap<>(DEFAULTS);
    if (query != null && !query.isEmpty()) {
      for (var parameter : query.split("&", -1)) {
        var equals = parameter.indexOf('=');
        if (equals < 1) {
          throw refused();
        }
        var name = parameter.substring(0, equals);
        var value = decode(parameter.substring(equals + 1));
        parameters.put(DRIVER_NAMES.getOrDefault(name, name), driverValue(name, value));
      }
    }
    return parameters;
  }

  private static String driverValue(String name, String value) {
    return name.equals("target_session_attrs") && value.equals("read-write") ? "primary" : value;
  }

  private static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(each -> each.getKey() + "=" + encode(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  /// As [#decode] reads it, so that a URL that was read can be read again.
  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// Percent-decoding only: a plus in a password is a plus.
  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException refused() {
    return new IllegalArgumentException(
        "not a PostgreSQL URL such as postgresql://user:password@host:5432/database"
            + " (special characters in the password are to be percent-encoded)");
  }

  private static Map<String, String> defaults() {
    var defaults = new LinkedHashMap<String, String>();
    defaults.put("ApplicationName", "latchkey");
    defaults.put("connectTimeout", "2");
    defaults.put("loginTimeout", "3");
    defaults.put("socketTimeout", "10");
    defaults.put("tcpKeepAlive", "true");
    defaults.put("targetServerType", "primary");
    // The details of an error quote rows, and so addresses and hashes.
    defaults.put("logServerErrorDetail", "false");
    defaults.put(
        "options",
        "-c statement_timeout=5000 -c lock_timeout=2000"
            + " -c idle_in_transaction_session_timeout=10000");
    return defaults;
  }
}
