package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Log-outs, devices and password changes.
class SessionsTest {
  private static final String USER = "s@example.test";
  private final RestServer server = RestServer.start();
  private final RestClient client = server.client();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @Tag("C079")
  @Tag("C080")
  void logsOutOnceAndAgain() {
    var pair = opened(1).get(0);

    var first = client.logOut(pair.text("refresh_token"), "session");
    var second = client.logOut(pair.text("refresh_token"), "session");

    for (var answer : List.of(first, second)) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text("status")).isEqualTo("logged_out");
      assertThat(answer.header("Clear-Site-Data")).contains("storage");
    }
    assertThat(dead(pair)).isTrue();
  }

  @Test
  @Tag("C081")
  void logsOutEverywhere() {
    var pairs = opened(20);

    client.logOut(pairs.get(3).text("refresh_token"), "all");

    assertThat(pairs).allMatch(this::dead);
  }

  @Test
  @Tag("C081")
  void logsOutEverywhereElse() {
    var pairs = opened(3);

    var answer = client.logOut(pairs.get(0).text("refresh_token"), "others");

    assertThat(answer.header("Clear-Site-Data")).isEmpty();
    assertThat(pairs.stream().map(this::dead)).containsExactly(false, true, true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?scope=", "?scope=ALL", "?scope=x", "?scope=all&scope=all"})
  void logsOutNobodyForAnUnknownScope(String query) {
    var pair = opened(1).get(0);

    var answer =
        client.post(
            "/auth/logout" + query, "{\"refresh_token\":\"" + pair.text("refresh_token") + "\"}");

    assertThat(answer.code()).isEqualTo("validation_failed");
    assertThat(dead(pair)).isFalse();
  }

  @Test
  @Tag("C083")
  void listsOnesOwnDevicesOnly() {
    client.as("other@example.test");
    var me = client.with(opened(1).get(0).text("access_token"));

    var list = me.send("GET", "/auth/sessions", null, null, "User-Agent", "x").json().path("items");

    assertThat(list).hasSize(1);
    assertThat(list.get(0).path("current").asBoolean()).isTrue();
    assertThat(list.get(0).path("ip").asText()).isEqualTo("127.0.0.1");
    var members = new ArrayList<String>();
    list.get(0).fieldNames().forEachRemaining(members::add);
    assertThat(members)
        .containsExactly(
            "id", "label", "ip", "created_at", "last_used_at", "expires_at", "current");
  }

  @Test
  @Tag("C083")
  void endsOneDevice() {
    var pairs = opened(2);
    var me = client.with(pairs.get(0).text("access_token"));
    var other = client.with(pairs.get(1).text("access_token"));
    var id = current(other);

    assertThat(me.delete("/auth/sessions/" + id).status()).isEqualTo(204);

    assertThat(pairs.stream().map(this::dead)).containsExactly(false, true);
    assertThat(me.delete("/auth/sessions/" + id).status()).isEqualTo(204);
  }

  @Test
  @Tag("C083")
  void doesNotTellAForeignSessionFromNone() {
    var stranger = client.as("stranger@example.test");
    var foreign = current(stranger);
    var me = client.with(opened(1).get(0).text("access_token"));

    var taken = me.delete("/auth/sessions/" + foreign);
    var unknown = me.delete("/auth/sessions/0190a0a0-0000-7000-8000-00000000ffff");

    assertThat(taken.status()).isEqualTo(unknown.status()).isEqualTo(404);
    assertThat(taken.text("detail")).isEqualTo(unknown.text("detail"));
    assertThat(stranger.get("/auth/me").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "x", "%00", "1-1-1-1-1x", "..%2fx", "%F0%9F%98%80"})
  @Tag("C083")
  void refusesIdsThatAreNone(String id) {
    var admin = server.admin("boss@example.test");

    for (var answer :
        List.of(
            admin.delete("/auth/sessions/" + id),
            admin.get("/users/" + id),
            admin.patch("/users/" + id, "{}"),
            admin.delete("/users/" + id),
            admin.get("/users/" + id + "/sessions"),
            admin.delete("/users/" + id + "/sessions"),
            admin.delete("/users/0190a0a0-0000-7000-8000-00000000ffff/sessions/" + id))) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("malformed_request");
    }
  }

  @Test
  @Tag("C098")
  void endsEveryOtherSessionWithAPasswordChange() {
    var pairs = opened(3);

    var answer = change(pairs.get(1), RestServer.PASSWORD, "battery staple");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(pairs.stream().map(this::dead)).containsExactly(true, false, true);
    assertThat(client.logIn(USER, RestServer.PASSWORD).status()).isEqualTo(401);
    assertThat(client.logIn(USER, "battery staple").status()).isEqualTo(200);
  }

  @Test
  @Tag("C099")
  void leavesTheSessionAloneWhereTheCurrentPasswordIsWrong() {
    var pair = opened(1).get(0);

    var wrong = change(pair, "wrong horse", "battery staple");
    var weak = change(pair, RestServer.PASSWORD, "short");
    var common = change(pair, RestServer.PASSWORD, "password1");
    var personal = change(pair, RestServer.PASSWORD, USER);

    assertThat(wrong.status()).isEqualTo(403);
    assertThat(wrong.code()).isEqualTo("wrong_password");
    assertThat(weak.code()).isEqualTo("password_too_short");
    assertThat(FieldsTest.errors(weak)).containsExactly("new_password password_too_short");
    assertThat(common.code()).isEqualTo("password_too_common");
    assertThat(personal.code()).isEqualTo("password_personal");
    assertThat(dead(pair)).isFalse();
  }

  private List<RestClient.Answer> opened(int sessions) {
    client.register(USER, RestServer.PASSWORD);
    var pairs = new ArrayList<RestClient.Answer>();
    for (int i = 0; i < sessions; i++) {
      pairs.add(client.logIn(USER, RestServer.PASSWORD));
    }
    return pairs;
  }

  private RestClient.Answer change(RestClient.Answer pair, String current, String renewed) {
    return client
        .with(pair.text("access_token"))
        .post(
            "/auth/password/change",
            "{\"current_password\":\"%s\",\"new_password\":\"%s\"}".formatted(current, renewed));
  }

  private static String current(RestClient device) {
    for (var session : device.get("/auth/sessions").json().path("items")) {
      if (session.path("current").asBoolean()) {
        return session.path("id").asText();
      }
    }
    throw new AssertionError("no current session");
  }

  private boolean dead(RestClient.Answer pair) {
    var access = client.with(pair.text("access_token")).get("/auth/me").status();
    if (access == 200) {
      return false;
    }
    assertThat(access).isEqualTo(401);
    assertThat(client.refresh(pair.text("refresh_token")).code()).isEqualTo("session_revoked");
    return true;
  }
}
