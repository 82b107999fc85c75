package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// A person's way through the service, and an admin's.
class JourneyTest {
  private static final RestServer SERVER = RestServer.start();
  private final RestClient client = SERVER.client();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void registersLogsInRefreshesAndLogsOut() {
    var registered = client.register("Ann@Example.test", "correct horse");
    assertThat(registered.status()).as(registered.raw().body()).isEqualTo(201);
    assertThat(registered.header("Location")).isEqualTo("/users/" + registered.text("id"));
    assertThat(registered.json().path("is_active").asBoolean()).isTrue();

    var pair = client.logIn("ann@example.test", "correct horse");
    assertThat(pair.status()).as(pair.raw().body()).isEqualTo(200);
    assertThat(pair.text("token_type")).isEqualTo("bearer");
    var me = client.with(pair.text("access_token")).get("/auth/me");
    assertThat(me.status()).as(me.raw().body()).isEqualTo(200);
    assertThat(me.text("email")).isEqualTo("Ann@Example.test");

    var refreshed = client.refresh(pair.text("refresh_token"));
    assertThat(refreshed.status()).isEqualTo(200);
    assertThat(refreshed.header("Latchkey-Refresh")).isEqualTo("rotated");
    assertThat(refreshed.text("refresh_token")).isNotEqualTo(pair.text("refresh_token"));

    var loggedOut = client.logOut(refreshed.text("refresh_token"), "session");
    assertThat(loggedOut.text("status")).isEqualTo("logged_out");
    assertThat(client.with(refreshed.text("access_token")).get("/auth/me").text("code"))
        .isEqualTo("invalid_token");
    assertThat(client.refresh(refreshed.text("refresh_token")).text("code"))
        .isEqualTo("session_revoked");
  }

  @Test
  void administersUsers() {
    SERVER.createAdmin("boss@example.test", "correct horse");
    var admin =
        client.with(client.logIn("boss@example.test", "correct horse").text("access_token"));
    var id = client.register("bob@example.test", "correct horse").text("id");

    var page = admin.get("/users?q=bob&limit=1&count=true");
    assertThat(page.status()).as(page.raw().body()).isEqualTo(200);
    assertThat(page.json().at("/items/0/id").asText()).isEqualTo(id);
    assertThat(page.json().path("total").asLong()).isEqualTo(1);

    var edited = admin.patch("/users/" + id, "{\"role\": \"customer\", \"name\": \"Bob\"}");
    assertThat(edited.status()).as(edited.raw().body()).isEqualTo(200);
    assertThat(edited.text("role")).isEqualTo("customer");
    assertThat(edited.header("ETag")).isEqualTo("\"1\"");
    assertThat(admin.delete("/users/" + id).status()).isEqualTo(204);
    assertThat(client.logIn("bob@example.test", "correct horse").text("code"))
        .isEqualTo("invalid_credentials");
    assertThat(admin.get("/auth/stats").json().path("inactive_users").asLong()).isEqualTo(1);
  }

  @Test
  void countsRefreshesByOutcome() {
    SERVER.createAdmin("ops@example.test", "correct horse");
    var pair = client.logIn("ops@example.test", "correct horse");
    client.refresh(pair.text("refresh_token"));
    client.refresh(pair.text("refresh_token"));
    client.refresh("no token");

    var metrics = client.with(pair.text("access_token")).get("/metrics").raw().body();

    assertThat(metrics)
        .contains(
            "latchkey_session_refreshes_total{outcome=\"rotated\"}",
            "latchkey_session_refreshes_total{outcome=\"concurrent\"} 1.0",
            "latchkey_session_refreshes_total{outcome=\"invalid\"} 1.0");
  }
}
