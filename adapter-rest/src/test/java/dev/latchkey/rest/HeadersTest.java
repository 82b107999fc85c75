package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The headers of every answer are checked with every answer (see [Oracle]); here is that each
/// status was among them, and what depends on settings.
class HeadersTest {

  @Test
  @Tag("C009")
  void setsEveryHeaderWhateverTheStatus() {
    try (var server = RestServer.start(Map.of("test.failing", true))) {
      var client = server.client();
      var admin = server.admin("boss@example.test");
      var created = client.register("h@example.test", RestServer.PASSWORD);
      var me =
          client.with(client.logIn("h@example.test", RestServer.PASSWORD).text("access_token"));
      var user = "/users/" + created.text("id");

      var stale = me.send("PATCH", user, "{}", "application/json", "If-Match", "\"7\"");
      var plain = client.send("POST", "/auth/login", "x", "text/plain");
      var big = client.post("/auth/login", " ".repeat(70_000));
      var picky = me.send("GET", "/auth/me", null, null, "Accept", "image/png");

      assertThat(
              List.of(
                  me.get("/auth/me").status(),
                  created.status(),
                  admin.delete(user).status(),
                  client.post("/auth/login", "x").status(),
                  client.get("/auth/me").status(),
                  server.client().as("i@example.test").get("/users").status(),
                  client.get("/nowhere").status(),
                  client.get("/auth/login").status(),
                  picky.status(),
                  client.register("h@example.test", RestServer.PASSWORD).status(),
                  stale.status(),
                  big.status(),
                  plain.status(),
                  client.get("/failing/x").status()))
          .containsExactly(200, 201, 204, 400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 500);
      assertThat(created.header("Strict-Transport-Security")).isEmpty();
    }
  }

  @Test
  @Tag("C009")
  void asksForTlsWhereTheServiceHasIt() {
    try (var server =
        RestServer.start(Map.of("latchkey.public-url", "https://auth.example.test"))) {
      var client = server.client();

      assertThat(client.get("/health/liveness").header("Strict-Transport-Security"))
          .isEqualTo("max-age=31536000; includeSubDomains");
      assertThat(client.get("/nowhere").header("Strict-Transport-Security")).isNotEmpty();
    }
  }

  @Test
  void namesEachRequestByAnIdOfItsOwn() {
    try (var server = RestServer.start()) {
      var first = server.client().send("GET", "/nowhere", null, null, "X-Request-Id", "mine");
      var second = server.client().send("GET", "/nowhere", null, null, "X-Request-Id", "mine");

      assertThat(first.header("X-Request-Id"))
          .isNotEqualTo("mine")
          .isNotEqualTo(second.header("X-Request-Id"));
    }
  }

  @Test
  void takesTheIdOverThatAProxyGaveTheRequest() {
    try (var server = RestServer.start()) {
      for (var id :
          List.of("0190a0a0-0000-7000-8000-00000000ffff", "0123456789abcdef0123456789abcdef")) {
        assertThat(answered(server, "X-Request-Id: " + id)).isEqualTo(id);
      }
    }
  }

  @Test
  @Tag("C144")
  void takesNoOtherIdOver() {
    try (var server = RestServer.start()) {
      for (var id :
          List.of(
              "0190A0A0-0000-7000-8000-00000000FFFF",
              "0190a0a0-0000-7000-8000-00000000fffg",
              "0190a0a000007000-8000-00000000ffff-0",
              "0123456789abcdef0123456789abcde",
              "0123456789abcdef0123456789abcde\u001b",
              "a".repeat(7000))) {
        assertThat(answered(server, "X-Request-Id: " + id)).isNotEqualTo(id);
      }
      var one = "0123456789abcdef0123456789abcdef";
      assertThat(answered(server, "X-Request-Id: " + one + "\nX-Request-Id: " + one))
          .isNotEqualTo(one);
    }
  }

  /// The id of the answer to a request with these header lines; that in the body is the same.
  private static String answered(RestServer server, String lines) {
    try (var raw = server.raw()) {
      var request = "GET /nowhere HTTP/1.1\nHost: localhost\n" + lines + "\n\n";
      return String.valueOf(raw.send(request).answered().header("X-Request-Id"));
    }
  }
}
