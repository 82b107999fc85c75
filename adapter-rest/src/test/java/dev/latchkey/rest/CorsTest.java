package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages of other origins.
class CorsTest {
  private static final String APP = "https://app.example.test";
  private static final RestServer OPEN =
      RestServer.start(Map.of("latchkey.cors-origins", List.of(APP, "http://localhost:3000")));
  private static final RestServer SHUT = RestServer.start();

  @AfterAll
  static void stop() {
    OPEN.close();
    SHUT.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.test",
        "null",
        "https://app.example.test.evil.test",
        "https://app.example.testx",
        "http://app.example.test",
        "HTTPS://APP.EXAMPLE.TEST",
        "https://app.example.test:8443",
        "https://app.example.test/",
        "http://localhost:3001",
        "*",
        "https://app.example.test, https://evil.test",
        "http://127.0.0.1:3000"
      })
  @Tag("C028")
  void letsNoOtherOriginIn(String origin) {
    for (var server : List.of(OPEN, SHUT)) {
      var preflight = preflight(server, origin);
      var call = call(server, origin);

      assertThat(preflight.status()).isEqualTo(403);
      assertThat(allowances(preflight)).isEmpty();
      assertThat(call.status()).isEqualTo(401);
      assertThat(allowances(call)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {APP, "http://localhost:3000"})
  @Tag("C028")
  void letsAnAllowedOriginIn(String origin) {
    var preflight = preflight(OPEN, origin);
    var call = call(OPEN, origin);

    assertThat(preflight.status()).isEqualTo(204);
    assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Authorization");
    assertThat(preflight.header("Access-Control-Allow-Methods")).contains("PATCH");
    for (var answer : List.of(preflight, call)) {
      assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(origin);
      assertThat(answer.header("Vary")).isEqualTo("Origin");
      assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    }
  }

  /// A page may read no answer that allows two origins.
  @Test
  @Tag("C123")
  void allowsAPublicAnswerOnce() {
    var answer = OPEN.client().send("GET", "/.well-known/jwks.json", null, null, "Origin", APP);

    assertThat(answer.raw().headers().allValues("Access-Control-Allow-Origin"))
        .containsExactly("*");
  }

  @Test
  @Tag("C028")
  void saysThatTheAnswerDependsOnTheOrigin() {
    assertThat(OPEN.client().get("/auth/me").header("Vary")).isEqualTo("Origin");
    assertThat(call(OPEN, "https://evil.test").header("Vary")).isEqualTo("Origin");
    assertThat(SHUT.client().get("/auth/me").header("Vary")).isEmpty();
    assertThat(preflight(SHUT, APP).status()).isEqualTo(403);
  }

  @Test
  @Tag("C029")
  void letsAPageOfItsOwnLogIn() {
    var answer =
        SHUT.client()
            .send(
                "POST",
                "/auth/login",
                "{\"login\":\"a@b.test\",\"password\":\"x\"}",
                "application/json",
                "Origin",
                "https://auth.example.test",
                "Sec-Fetch-Site",
                "same-origin");

    assertThat(answer.code()).isEqualTo("invalid_credentials");
  }

  private static RestClient.Answer preflight(RestServer server, String origin) {
    return server
        .client()
        .send(
            "OPTIONS",
            "/auth/me",
            null,
            null,
            "Origin",
            origin,
            "Access-Control-Request-Method",
            "PATCH");
  }

  private static RestClient.Answer call(RestServer server, String origin) {
    return server.client().send("GET", "/auth/me", null, null, "Origin", origin);
  }

  private static List<String> allowances(RestClient.Answer answer) {
    return answer.raw().headers().map().keySet().stream()
        .filter(name -> name.startsWith("access-control-"))
        .toList();
  }
}
