package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What holds of every answer, whatever was asked: the clients of these tests check each one.
final class Oracle {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STRICT =
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

  private static final Map<String, String> HEADERS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

  private static final List<String> LEAKS =
      List.of(
          "Exception",
          "\tat ",
          "java.",
          "io.micronaut",
          "io.netty",
          "netty",
          "Micronaut",
          "jackson",
          "org.postgresql",
          "SQLSTATE",
          "Hikari",
          "SELECT ",
          "INSERT ",
          "dev.latchkey",
          "Internal");

  private Oracle() {}

  /// Checks an answer.
  ///
  /// @param header gives the value of a header, null where it is absent
  static void check(
      String path, int status, Function<String, @Nullable String> header, String body) {
    checkHeaders(path, status, header, body);
    if (status >= 400 && !body.isEmpty()) {
      checkError(path, status, header, body);
    }
  }

  /// Whether nobody may keep the answer.
  private static boolean isPrivate(int status, String path) {
    var isOpen = path.contains("/docs") || path.contains("/.well-known/");
    return !isOpen || (status >= 300 && status != 304);
  }

  private static void checkHeaders(
      String path, int status, Function<String, @Nullable String> header, String body) {
    HEADERS.forEach((name, value) -> assertThat(header.apply(name)).as(name).isEqualTo(value));
    assertThat(header.apply("X-Request-Id")).as("X-Request-Id").matches("[0-9a-f-]{32,36}");
    assertThat(header.apply("Date")).as("Date").isNotNull();
    assertThat(header.apply("Server")).as("Server").isNull();
    assertThat(header.apply("X-Powered-By")).as("X-Powered-By").isNull();
    assertThat(header.apply("Set-Cookie")).as("Set-Cookie").isNull();
    if (isPrivate(status, path)) {
      assertThat(header.apply("Cache-Control")).as("Cache-Control").isEqualTo("no-store");
      if (status >= 300 || !path.contains("/account/")) {
        assertThat(header.apply("Content-Security-Policy")).isEqualTo(STRICT);
      }
    }
    if (status == 401) {
      assertThat(header.apply("WWW-Authenticate"))
          .as("WWW-Authenticate")
          .startsWith(body.contains("\"invalid_client\"") ? "Basic realm=" : "Bearer");
    }
    if (status == 405) {
      assertThat(header.apply("Allow")).as("Allow").isNotBlank();
    }
    if (status == 429) {
      assertThat(header.apply("Retry-After")).as("Retry-After").matches("[1-9][0-9]*");
    }
    if (status == 503) {
      assertThat(header.apply("Retry-After")).as("Retry-After").matches("[1-9][0-9]?");
    }
  }

  private static void checkError(
      String path, int status, Function<String, @Nullable String> header, String body) {
    LEAKS.stream()
        .filter(leak -> !leak.equals("Internal") || status != 500)
        .forEach(leak -> assertThat(body).doesNotContain(leak));
    var json = parse(body);
    if (json.has("error") && path.matches("/auth/(token|introspect|revoke).*")) {
      assertThat(header.apply("Content-Type")).startsWith("application/json");
      assertThat(json.path("error_description").asText()).isNotBlank();
      return;
    }
    if (status == 503 && json.path("status").asText().equals("down")) {
      return;
    }
    assertThat(header.apply("Content-Type")).isEqualTo("application/problem+json;charset=utf-8");
    assertThat(json.path("status").asInt()).isEqualTo(status);
    assertThat(json.path("code").asText()).matches("[a-z_]+");
    assertThat(json.path("type").asText())
        .isEqualTo("urn:latchkey:problem:" + json.path("code").asText());
    assertThat(json.path("title").asText()).isNotBlank();
    assertThat(json.path("detail").asText()).isNotBlank();
    assertThat(json.path("request_id").asText()).isEqualTo(header.apply("X-Request-Id"));
  }

  static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + body, e);
    }
  }
}
