package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Logging in, by each of its ways.
class LoginTest {
  private static final String PASSWORD = RestServer.PASSWORD;
  private static final RestServer SERVER = RestServer.start();
  private final RestClient client = SERVER.client();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  @Tag("C049")
  @Tag("C050")
  @Tag("C052")
  @Tag("C053")
  void refusesEveryCauseAlike() {
    client.post(
        "/auth/register",
        "{\"email\":\"known@example.test\",\"username\":\"known\",\"password\":\"%s\"}"
            .formatted(PASSWORD));
    var shut = client.as("shut@example.test");
    shut.delete("/users/" + shut.get("/auth/me").text("id"));

    var refusals = new ArrayList<String>();
    for (var attempt :
        List.of(
            Map.entry("known@example.test", "wrong horse"),
            Map.entry("known", "wrong horse"),
            Map.entry("unknown@example.test", PASSWORD),
            Map.entry("unknown", PASSWORD),
            Map.entry("no login at all", PASSWORD),
            Map.entry("shut@example.test", PASSWORD),
            Map.entry("shut@example.test", "wrong horse"))) {
      var before = SERVER.hasher.hashes();
      var answer = client.logIn(attempt.getKey(), attempt.getValue());
      assertThat(SERVER.hasher.hashes() - before).as(attempt.getKey()).isEqualTo(1);
      assertThat(answer.status()).isEqualTo(401);
      refusals.add(withoutIds(answer));
    }

    assertThat(refusals).hasSize(7).containsOnly(refusals.get(0));
    assertThat(refusals.get(0)).contains("invalid_credentials");
  }

  @Test
  void refusesEveryCauseAlikeAtTheTokenEndpoint() {
    client.register("token@example.test", PASSWORD);

    var wrong = client.postForm("/auth/token", "username=token@example.test&password=wrong+one");
    var unknown = client.postForm("/auth/token", "username=nobody@example.test&password=wrong+one");

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.text("error")).isEqualTo("invalid_grant");
    assertThat(withoutIds(wrong)).isEqualTo(withoutIds(unknown));
  }

  @Test
  @Tag("C055")
  @Tag("C058")
  void knowsALoginInAnySpellingAndAPasswordInOne() {
    client.post(
        "/auth/register",
        "{\"email\":\"Case@Example.test\",\"username\":\"cased\",\"password\":\"caf\u00e9 au lait\"}");

    assertThat(client.logIn("  CASE@example.TEST ", "caf\u00e9 au lait").status()).isEqualTo(200);
    assertThat(client.logIn("CASED", "cafe\u0301 au lait").status()).isEqualTo(200);
    assertThat(client.logIn("cased", " caf\u00e9 au lait").status()).isEqualTo(401);
    assertThat(client.logIn("cased", "CAF\u00c9 au lait").status()).isEqualTo(401);
  }

  @Test
  @Tag("C057")
  void readsAPasswordToItsEnd() {
    var first = "x1".repeat(36);
    client.register("long@example.test", first + "a");

    assertThat(client.logIn("long@example.test", first + "b").status()).isEqualTo(401);
    assertThat(client.logIn("long@example.test", first + "a").status()).isEqualTo(200);
  }

  @Test
  void takesTheLoginUnderEachOfItsNames() {
    client.post(
        "/auth/register",
        "{\"email\":\"names@example.test\",\"username\":\"names\",\"password\":\"%s\"}"
            .formatted(PASSWORD));

    for (var name :
        List.of(
            "\"email\":\"names@example.test\"", "\"username\":\"names\"", "\"login\":\"names\"")) {
      var answer = client.post("/auth/login", "{%s,\"password\":\"%s\"}".formatted(name, PASSWORD));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().at("/user/last_login").asText()).isNotEmpty();
    }
    var both =
        client.post(
            "/auth/login", "{\"email\":\"a@b.test\",\"username\":\"b\",\"password\":\"x\"}");
    assertThat(FieldsTest.errors(both)).containsExactly("login conflicting_fields");
  }

  @Test
  void takesAForm() {
    client.register("form@example.test", PASSWORD);

    var login =
        client.postForm("/auth/login", "username=form%40example.test&password=correct+horse");
    var token =
        client.postForm("/auth/token", "username=form%40example.test&password=correct+horse");
    var twice = client.postForm("/auth/login", "username=a&username=b&password=x");
    var empty = client.postForm("/auth/login", "");

    assertThat(login.status()).isEqualTo(200);
    assertThat(token.status()).isEqualTo(200);
    assertThat(token.text("token_type")).isEqualTo("bearer");
    assertThat(twice.code()).isEqualTo("malformed_request");
    assertThat(FieldsTest.errors(empty)).containsExactly("username required");
  }

  @Test
  @Tag("C126")
  void answersTheTokenEndpointAsOauthDoes() {
    for (var form :
        List.of(
            "grant_type=authorization_code&code=x unsupported_grant_type",
            "grant_type=Password&username=a&password=x unsupported_grant_type",
            "grant_type=password&grant_type=password&username=a&password=x invalid_request",
            "grant_type=password invalid_request",
            " invalid_request",
            "grant_type=password&username=a&password=x&username=b invalid_request",
            "grant_type=refresh_token invalid_request",
            "grant_type=refresh_token&refresh_token= invalid_request",
            "grant_type=refresh_token&refresh_token=x invalid_grant",
            "username=%zz&password=x invalid_request",
            "username=%FF&password=x invalid_request")) {
      var parts = form.split(" ", -1);
      var answer = client.postForm("/auth/token", parts[0]);

      assertThat(answer.status()).as(form).isEqualTo(400);
      assertThat(answer.text("error")).as(form).isEqualTo(parts[1]);
      assertThat(answer.header("Content-Type")).startsWith("application/json");
    }
  }

  @Test
  @Tag("C056")
  void opensAFreshSessionEachTime() {
    var me = client.as("fresh@example.test");

    var first = me.logIn("fresh@example.test", PASSWORD);
    var second = me.logIn("fresh@example.test", PASSWORD);

    assertThat(first.text("refresh_token")).isNotEqualTo(second.text("refresh_token"));
    assertThat(me.get("/auth/sessions").json().path("items")).hasSize(3);
  }

  @Test
  void refusesAnAccessTokenThatHasExpired() {
    try (var server = RestServer.start()) {
      var me = server.client().as("expired@example.test");

      server.clock.advance(Duration.ofSeconds(901));

      assertThat(me.get("/auth/me").code()).isEqualTo("invalid_token");
    }
  }

  private static String withoutIds(RestClient.Answer answer) {
    var headers =
        answer.raw().headers().map().entrySet().stream()
            .filter(header -> !List.of("date", "x-request-id").contains(header.getKey()))
            .toList();
    return (answer.raw().body() + headers).replaceAll("\"request_id\":\"[^\"]*\"", "");
  }
}
