package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is counted, and that nobody outside can add to its labels.
class MetricsTest {
  private final RestServer server = RestServer.start();
  private final RestClient admin = server.admin("boss@example.test");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void countsLogInsByOutcome() {
    var client = server.client();
    client.register("ann@example.test", RestServer.PASSWORD);
    client.logIn("ann@example.test", RestServer.PASSWORD);
    client.postForm("/auth/token", "username=ann@example.test&password=" + "wrong");
    client.logIn("nobody@example.test", RestServer.PASSWORD);

    assertThat(page())
        .contains(
            "latchkey_session_logins_total{outcome=\"logged_in\"} 2.0",
            "latchkey_session_logins_total{outcome=\"wrong_password\"} 1.0",
            "latchkey_session_logins_total{outcome=\"unknown_login\"} 1.0",
            "latchkey_session_logins_total{outcome=\"inactive\"} 0.0");
  }

  @Test
  void countsRegistrationsByOutcome() {
    var client = server.client();
    client.register("ann@example.test", RestServer.PASSWORD);
    client.register("Ann@example.test", RestServer.PASSWORD);
    client.register("ann", RestServer.PASSWORD);

    assertThat(page())
        .contains(
            "latchkey_account_registrations_total{outcome=\"registered\"} 1.0",
            "latchkey_account_registrations_total{outcome=\"email_taken\"} 1.0",
            "latchkey_account_registrations_total{outcome=\"invalid\"} 1.0",
            "latchkey_account_registrations_total{outcome=\"username_taken\"} 0.0");
  }

  @Test
  void timesRequestsByTemplateAndClassOfStatus() {
    admin.get("/users/0190a0a0-0000-7000-8000-00000000ffff");

    assertThat(page())
        .contains(
            "http_server_requests_seconds_count"
                + "{method=\"GET\",route=\"/users/{id}\",status=\"4xx\"} 1",
            "http_server_requests_seconds_bucket"
                + "{method=\"GET\",route=\"/users/{id}\",status=\"4xx\",le=\"+Inf\"} 1");
  }

  @Test
  @Tag("C173")
  void growsByNothingThatSomebodyMakesUp() {
    var client = server.client();
    call(client, "first");
    page();
    var before = series();

    for (var i = 0; i < 200; i++) {
      call(client, "other" + i);
    }

    assertThat(series()).isEqualTo(before);
    assertThat(page()).doesNotContain("other");
  }

  private static void call(RestClient client, String made) {
    client.get("/" + made + "/" + made);
    client.get("/users/me?" + made + "=" + made);
    client.send("GET", "/auth/" + made, null, null, "User-Agent", made);
    client.send("PROPFIND", "/auth/login", null, null);
    client.logIn(made + "@example.test", RestServer.PASSWORD);
    client.register(made, made);
    client.refresh(made);
    client.send("GET", "/auth/me", null, null, "Authorization", "Bearer " + made);
    client.postForm("/auth/token", "grant_type=" + made);
  }

  private Set<String> series() {
    return page()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.substring(0, line.lastIndexOf(' ')))
        .collect(Collectors.toSet());
  }

  private String page() {
    return admin.get("/metrics").raw().body();
  }
}
