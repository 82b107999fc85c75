package dev.latchkey.bootstrap.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.bootstrap.settings.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The keys in the database, read past the service.
public final class KeyTable implements AutoCloseable {
  /// Settings of nodes that sign with keys from there.
  public static final Map<String, String> SETTINGS =
      Map.of(
          "JWT_ALGORITHM",
          "ES256",
          "KEY_ENCRYPTION_KEY",
          "b25lLWtleS1vZi10aGlydHktdHdvLWJ5dGVzLXRvLXQ=");

  private static final Pattern KEY = Pattern.compile("\"kid\":\"([^\"]+)\"");

  private final Connection connection;

  private KeyTable(Connection connection) {
    this.connection = connection;
  }

  public static KeyTable of(DatabaseAccess database) {
    try {
      return new KeyTable(
          DriverManager.getConnection(
              database.url(), database.user(), database.password().reveal()));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /// The id of the key that signed a token.
  public static String keyOf(String token) {
    var header = new String(Base64.getUrlDecoder().decode(token.split("\\.", 2)[0]), UTF_8);
    var found = KEY.matcher(header);
    if (!found.find()) {
      throw new AssertionError(header);
    }
    return found.group(1);
  }

  /// The ids of the keys that sign: one, as it should be.
  public List<String> active() {
    return texts("SELECT id FROM auth.signing_key WHERE state = 'ACTIVE'");
  }

  /// How often another key began to sign, and the first one.
  public long rotations() {
    return texts("SELECT id::text FROM auth.audit WHERE kind = 'key.rotated'").size();
  }

  /// Lets the time of the next key come.
  public void makeDue() {
    execute("UPDATE auth.signing_key SET signs_from = now() WHERE state = 'PENDING'");
  }

  /// Whether somebody waits in the middle of a change, as [#execute] may have arranged.
  public boolean isSomebodyHeldUp() {
    return !texts("SELECT pid::text FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
        .isEmpty();
  }

  public void execute(String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  private List<String> texts(String sql) {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
