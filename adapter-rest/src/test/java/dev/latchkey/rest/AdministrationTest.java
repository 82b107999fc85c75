package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What admins do to users, and what comes of it at once.
class AdministrationTest {
  private final RestServer server = RestServer.start();
  private final RestClient client = server.client();
  private RestClient me = client;
  private RestClient admin = client;
  private String path = "";

  @BeforeEach
  void register() {
    admin = server.admin("boss@example.test");
    me = client.as("me@example.test");
    path = "/users/" + me.get("/auth/me").text("id");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @Tag("C116")
  void endsEverythingOfAUserWhoIsDeactivated() {
    var pair = client.logIn("me@example.test", RestServer.PASSWORD);

    admin.patch(path, "{\"is_active\":false}");

    assertThat(me.get("/auth/me").code()).isEqualTo("invalid_token");
    assertThat(client.refresh(pair.text("refresh_token")).code()).isEqualTo("session_revoked");
    assertThat(client.logIn("me@example.test", RestServer.PASSWORD).status()).isEqualTo(401);
    admin.patch(path, "{\"is_active\":true}");
    assertThat(client.logIn("me@example.test", RestServer.PASSWORD).status()).isEqualTo(200);
    assertThat(client.refresh(pair.text("refresh_token")).code()).isEqualTo("session_revoked");
  }

  @Test
  @Tag("C117")
  void logsAUserOutEverywhere() {
    assertThat(admin.get(path + "/sessions").json().path("items")).hasSize(1);

    assertThat(admin.delete(path + "/sessions").status()).isEqualTo(204);

    assertThat(me.get("/auth/me").status()).isEqualTo(401);
    assertThat(admin.get("/auth/me").status()).isEqualTo(200);
  }

  @Test
  @Tag("C118")
  void givesAndTakesARoleAtOnce() {
    assertThat(me.get("/users").status()).isEqualTo(403);
    admin.patch(path, "{\"role\":\"admin\"}");
    assertThat(me.get("/users").status()).isEqualTo(200);

    admin.patch(path, "{\"role\":\"user\"}");

    assertThat(me.get("/users").status()).isEqualTo(403);
    assertThat(me.get("/auth/stats").status()).isEqualTo(403);
  }

  @Test
  @Tag("C124")
  void keepsTheLastAdmin() {
    var boss = "/users/" + admin.get("/auth/me").text("id");

    for (var answer :
        List.of(
            admin.patch(boss, "{\"role\":\"user\"}"),
            admin.patch(boss, "{\"is_active\":false}"),
            admin.delete(boss),
            admin.delete(boss + "?purge=true"))) {
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.code()).isEqualTo("last_admin");
    }
    assertThat(admin.get("/users").status()).isEqualTo(200);
  }

  @Test
  void purgesAUser() {
    assertThat(me.delete(path + "?purge=maybe").status()).isEqualTo(400);
    assertThat(admin.delete(path + "?purge=true").status()).isEqualTo(204);

    assertThat(admin.get(path).status()).isEqualTo(404);
    assertThat(me.get("/auth/me").status()).isEqualTo(401);
    assertThat(admin.delete(path + "?purge=true").status()).isEqualTo(404);
    assertThat(admin.delete(path + "/sessions").status()).isEqualTo(404);
    assertThat(client.register("me@example.test", RestServer.PASSWORD).status()).isEqualTo(201);
  }

  @Test
  void deactivatesOneself() {
    assertThat(me.delete(path).status()).isEqualTo(204);

    assertThat(me.get("/auth/me").status()).isEqualTo(401);
    assertThat(admin.get(path).json().path("is_active").asBoolean()).isFalse();
  }
}
