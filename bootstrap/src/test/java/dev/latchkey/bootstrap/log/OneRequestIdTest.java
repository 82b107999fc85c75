package dev.latchkey.bootstrap.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.fault.ServiceProcess;
import dev.latchkey.bootstrap.postgres.EmbeddedDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A request is found by one id: in its answer, in the log and in the audit.
@Timeout(300)
class OneRequestIdTest {
  private static final String SENT = "0190a0a0-0000-7000-8000-00000000ffff";

  @TempDir private Path home;

  @Test
  void namesARequestInItsAnswerInTheLogAndInTheAudit() throws Exception {
    try (var database = EmbeddedDatabase.start(home)) {
      var port = ServiceProcess.freePort();
      var settings = new HashMap<>(ServiceProcess.on(database.access()));
      settings.put("PORT", Integer.toString(port));
      settings.put("ACCESS_LOG", "on");
      try (var service = ServiceProcess.start(settings)) {
        var made = logIn(port).headers().firstValue("X-Request-Id").orElseThrow();
        var taken = logIn(port, "X-Request-Id", SENT);

        assertThat(taken.headers().firstValue("X-Request-Id")).hasValue(SENT);
        assertThat(taken.body()).contains("\"request_id\":\"" + SENT + "\"");
        for (var id : List.of(made, SENT)) {
          assertThat(service.output().lines().filter(line -> line.contains("request_id=" + id)))
              .singleElement()
              .asString()
              .contains("route=/auth/login status=401");
        }
        assertThat(audited(database)).containsExactly(made, SENT);
      }
    }
  }

  private static HttpResponse<String> logIn(int port, String... headers) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/auth/login"))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"login\":\"nobody@x.test\",\"password\":\"wrong-one\"}"));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  private static List<String> audited(EmbeddedDatabase database) throws SQLException {
    var access = database.access();
    try (var connection =
            DriverManager.getConnection(access.url(), access.user(), access.password().reveal());
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT request_id FROM auth.audit WHERE request_id IS NOT NULL ORDER BY id")) {
      var ids = new ArrayList<String>();
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
      return ids;
    }
  }
}
