package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Paths that are nearly ones of ours.
class PathsTest {
  private static final RestServer SERVER = RestServer.start();

  @AfterAll
  static void stop() {
    assertThat(SERVER.hasher.hashes()).isZero();
    SERVER.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//auth/login",
        "/auth//login",
        "/auth/./login",
        "/x/../auth/login",
        "/auth/login;a=b",
        "/Auth/login",
        "/auth/LOGIN",
        "/%2e%2e%2fauth/login",
        "/auth%2flogin",
        "/auth/%6Cogin",
        "/auth/login%20",
        "/auth/login%00",
        "/auth/login.json",
        "/auth/login%3fa",
        "/../auth/login",
        "/auth/login%",
        "/auth/login%zz"
      })
  @Tag("C012")
  void knowsEachRouteByOneSpelling(String path) {
    var body = "{\"login\":\"a@example.test\",\"password\":\"\"}";

    try (var raw = SERVER.raw()) {
      var reply =
          raw.send(
                  "POST "
                      + path
                      + " HTTP/1.1\nHost: x\nContent-Type: application/json\nContent-Length: "
                      + body.length()
                      + "\n\n"
                      + body)
              .answered();

      assertThat(reply.status()).isIn(400, 404);
      assertThat(reply.code()).isIn("not_found", "malformed_request");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//auth/me", "/auth//me", "/auth/./me", "/x/../auth/me", "/auth/me/", "/auth/me;a=b",
        "/auth/%6De", "/%61uth/me", "/users/%6De", "/auth/stats/", "/users/", "//users",
        "/users;x", "/%75sers", "/users/../users", "http://x/users", "http://evil.test/auth/me"
      })
  @Tag("C012")
  void guardsEverySpellingOfAGuardedRoute(String path) {
    try (var raw = SERVER.raw()) {
      var reply = raw.send("GET " + path + " HTTP/1.1\nHost: x\n\n").answered();

      assertThat(reply.status()).isIn(400, 401, 404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/login",
        "/logout",
        "/oauth/access_token",
        "/beans",
        "/env",
        "/routes",
        "/loggers",
        "/threaddump",
        "/refresh",
        "/stop",
        "/caches",
        "/swagger",
        "/swagger-ui",
        "/h2-console",
        "/.git/HEAD",
        "/actuator/env",
        "/health",
        "/info",
        "/prometheus",
        "/keys",
        "/token_info",
        "/",
        "/docs/index.html",
        "/docs/pom.properties",
        "/META-INF/MANIFEST.MF"
      })
  @Tag("C008")
  void hasNoRoutesOfTheFramework(String path) {
    for (var method : new String[] {"GET", "POST"}) {
      var answer =
          SERVER
              .client()
              .send(method, path, method.equals("GET") ? null : "{}", "application/json");

      assertThat(answer.status()).as(method + " " + path).isIn(404, 405);
    }
  }
}
