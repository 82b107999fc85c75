package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a body may be, and what an answer may be.
class ContentTypeTest {
  private static final RestServer SERVER = RestServer.start();
  private final RestClient client = SERVER.client();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "application/xml",
        "application/problem+json",
        "text/json",
        "application/jsonx",
        "*/*",
        "application/json-patch+json",
        "nonsense"
      })
  @Tag("C003")
  void takesNothingButJson(String contentType) {
    var me = client.as("json@example.test");
    var body = "{\"email\":\"a@example.test\",\"password\":\"correct horse\"}";
    var before = SERVER.hasher.hashes();

    for (var route : List.of("/auth/register", "/auth/refresh", "/auth/logout")) {
      var answer = client.send("POST", route, body, contentType);
      assertThat(answer.status()).as(route).isEqualTo(415);
      assertThat(answer.code()).isEqualTo("unsupported_media_type");
    }
    assertThat(me.send("PATCH", "/auth/me", "{\"name\":\"X\"}", contentType).status())
        .isEqualTo(415);
    assertThat(SERVER.hasher.hashes()).isEqualTo(before);
    assertThat(me.get("/auth/me").json().has("name")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json; charset=utf-8",
        "application/json;charset=UTF-8",
        "APPLICATION/JSON"
      })
  void takesJsonHoweverItIsNamed(String contentType) {
    var body = "{\"login\":\"nobody@example.test\",\"password\":\"correct horse\"}";

    assertThat(client.send("POST", "/auth/login", body, contentType).code())
        .isEqualTo("invalid_credentials");
  }

  @Test
  @Tag("C003")
  void takesNothingButAFormForTokens() {
    var answer = client.post("/auth/token", "{\"username\":\"a\",\"password\":\"correct horse\"}");

    assertThat(answer.status()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "image/png", "application/xml;q=1", "text/plain"})
  @Tag("C004")
  void answersJsonOrNotAtAll(String accept) {
    var me = client.as("accept@example.test");

    var found = me.send("GET", "/auth/me", null, null, "Accept", accept);
    var error = client.send("GET", "/auth/me", null, null, "Accept", accept);
    var missing = client.send("GET", "/nowhere", null, null, "Accept", accept);

    assertThat(found.status()).isEqualTo(406);
    assertThat(found.code()).isEqualTo("not_acceptable");
    assertThat(error.status()).isIn(401, 406);
    assertThat(missing.status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/json",
        "text/html, */*;q=0.1",
        "application/problem+json, application/json"
      })
  @Tag("C004")
  void answersJsonWhereItIsTaken(String accept) {
    var me = client.as("accept@example.test");

    assertThat(me.send("GET", "/auth/me", null, null, "Accept", accept).status()).isEqualTo(200);
  }

  @Test
  @Tag("C003")
  void doesNotUnpackBodies() {
    var answer =
        client.send(
            "POST",
            "/auth/login",
            "{\"login\":\"a\",\"password\":\"x\"}",
            "application/json",
            "Content-Encoding",
            "gzip");

    assertThat(answer.status()).isEqualTo(415);
  }
}
