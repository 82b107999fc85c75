package dev.latchkey.bootstrap.audit;

import dev.latchkey.bootstrap.fault.ServiceProcess;
import dev.latchkey.bootstrap.postgres.EmbeddedDatabase;
import dev.latchkey.bootstrap.ticket.MailLinks;
import dev.latchkey.domain.mail.MailKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/// The service, and a look at its audit past it.
final class AuditedService implements AutoCloseable {
  static final String ADMIN = "canary-boss@example.test";
  static final String PASSWORD = "canary-correct-horse";

  private final EmbeddedDatabase database;
  private final ServiceProcess process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port = ServiceProcess.freePort();

  AuditedService(Path home) {
    database = EmbeddedDatabase.start(home);
    var settings = new HashMap<>(ServiceProcess.on(database.access()));
    settings.put("PORT", Integer.toString(port));
    settings.put("BOOTSTRAP_ADMIN_EMAIL", ADMIN);
    settings.put("BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);
    settings.put("RATE_LIMITS", "off");
    process = ServiceProcess.start(settings);
  }

  /// An answer and what it is called in the audit.
  record Answer(int status, String body, String requestId) {

    /// The first member of this name in the body that is text.
    String text(String member) {
      var found = Pattern.compile("\"" + member + "\":\"([^\"]*)\"").matcher(body);
      return found.find() ? found.group(1) : "";
    }
  }

  /// @param token empty for nobody
  /// @param body JSON, a form, or empty for none
  Answer call(String call, String token, String body) {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + call.substring(call.indexOf(' ') + 1)))
            .timeout(Duration.ofSeconds(30))
            .method(call.substring(0, call.indexOf(' ')), BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header(
          "Content-Type",
          body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded");
    }
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return answer(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new AssertionError("no answer to " + call, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Answer answer(HttpResponse<String> response) {
    return new Answer(
        response.statusCode(),
        response.body(),
        response.headers().firstValue("X-Request-Id").orElse(""));
  }

  Answer logIn(String email, String password) {
    return call(
        "POST /auth/login",
        "",
        "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
  }

  /// The kinds of the events of a request.
  List<String> kinds(Answer answer) {
    return query(
        "SELECT kind FROM auth.audit WHERE request_id = '"
            + answer.requestId()
            + "' ORDER BY kind");
  }

  /// What the link in the last mail of this kind to an address ends with.
  String secretOf(String address, MailKind kind) {
    return new MailLinks(database.access()).secretOf(address, kind);
  }

  /// The first column of every row.
  List<String> query(String sql) {
    try (var connection = connect();
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var rows = new ArrayList<String>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void execute(String sql) {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection connect() throws SQLException {
    var access = database.access();
    return DriverManager.getConnection(access.url(), access.user(), access.password().reveal());
  }

  @Override
  public void close() {
    try (database) {
      process.close();
    }
  }
}
