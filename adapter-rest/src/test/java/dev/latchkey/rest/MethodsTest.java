package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Methods that a route does not have.
class MethodsTest {
  private static final RestServer SERVER = RestServer.start();
  private final RestClient client = SERVER.client();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GET", "PUT", "PATCH", "DELETE", "TRACE", "FOO", "get", "OPTIONS", "HEAD"})
  @Tag("C005")
  void namesTheMethodsThatThereAre(String method) {
    for (var route : List.of("/auth/login", "/auth/register", "/auth/refresh", "/auth/token")) {
      try (var raw = SERVER.raw()) {
        raw.send(method + " " + route + " HTTP/1.1\nHost: x\nX-Secret: canary\n\n");
        var reply = method.equals("HEAD") ? raw.headReply() : raw.answered();

        assertThat(reply.status()).as(route).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("POST");
        assertThat(reply.body()).doesNotContain("canary");
      }
    }
  }

  @Test
  @Tag("C005")
  void opensNoTunnel() {
    try (var raw = SERVER.raw()) {
      var reply = raw.send("CONNECT example.test:443 HTTP/1.1\nHost: example.test:443\n\n").reply();

      assertThat(reply == null ? 400 : reply.status()).isIn(400, 404, 405, 501);
    }
  }

  @Test
  @Tag("C005")
  void doesNotLetAHeaderChangeTheMethod() {
    var me = client.as("override@example.test");

    var answer =
        me.send(
            "GET", "/auth/me", null, null, "X-HTTP-Method-Override", "DELETE", "X-Method", "PUT");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(me.get("/auth/me").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/auth/me",
        "/users/me",
        "/auth/sessions",
        "/users",
        "/auth/stats",
        "/auth/health",
        "/health/liveness",
        "/health/readiness",
        "/docs",
        "/openapi.yaml",
        "/docs/docs.js"
      })
  @Tag("C006")
  void answersHeadAsGetWithoutABody(String path) {
    var admin = SERVER.admin("head" + path.hashCode() + "@example.test");

    var get = admin.get(path);
    var head = admin.send("HEAD", path, null, null);
    var options = admin.send("OPTIONS", path, null, null);

    assertThat(head.status()).isEqualTo(get.status()).isEqualTo(200);
    assertThat(head.raw().body()).isEmpty();
    assertThat(names(head)).isEqualTo(names(get));
    assertThat(options.status()).isEqualTo(405);
    assertThat(options.header("Allow")).contains("GET");
  }

  private static List<String> names(RestClient.Answer answer) {
    var ofTheBody = List.of("connection", "content-length", "content-type");
    return answer.raw().headers().map().keySet().stream()
        .filter(name -> !ofTheBody.contains(name))
        .sorted()
        .toList();
  }
}
