package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What clients are told about tokens (RFC 7662).
@Tag("C127")
class IntrospectionTest {
  private static final String INACTIVE = "{\"active\":false}";

  private final RestServer server = RestServer.start();
  private final RestClient admin = server.admin("boss@example.test");
  private final ServiceClient gateway = ServiceClient.register(server, admin, "gateway");
  private final RestClient http = server.client();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void tellsWhoseAUsersTokenIs() {
    http.post(
        "/auth/register",
        "{\"email\":\"ada@example.test\",\"password\":\"%s\",\"username\":\"ada\"}"
            .formatted(RestServer.PASSWORD));
    var pair = http.logIn("ada", RestServer.PASSWORD);

    var answer = gateway.introspect(pair.text("access_token"));

    var now = server.clock.instant().getEpochSecond();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    var json = answer.json();
    assertThat(json.path("active").asBoolean()).isTrue();
    assertThat(json.path("sub").asText()).isEqualTo(pair.json().at("/user/id").asText());
    assertThat(json.path("client_id").asText()).isEqualTo("latchkey");
    assertThat(json.path("username").asText()).isEqualTo("ada");
    assertThat(json.path("token_type").asText()).isEqualTo("bearer");
    assertThat(json.path("role").asText()).isEqualTo("user");
    assertThat(json.path("iss").asText()).isEqualTo("https://auth.example.test");
    assertThat(json.path("aud").asText()).isEqualTo("latchkey");
    assertThat(json.path("exp").asLong()).isEqualTo(now + 900);
    assertThat(json.path("iat").asLong()).isEqualTo(now);
    assertThat(json.path("nbf").asLong()).isEqualTo(now);
    assertThat(json.path("jti").asText()).isNotEmpty();
    assertThat(json.path("sid").asText()).isNotEmpty();
    assertThat(json).hasSize(13);
  }

  @Test
  void tellsOfARefreshTokenWhetherItIsGoodAndLeavesItSo() {
    http.register("ref@example.test", RestServer.PASSWORD);
    var pair = http.logIn("ref@example.test", RestServer.PASSWORD);
    var token = pair.text("refresh_token");

    var answer = gateway.post("/auth/introspect", "token_type_hint=refresh_token&token=" + token);

    assertThat(answer.json().path("active").asBoolean()).isTrue();
    assertThat(answer.json().has("token_type")).isFalse();
    assertThat(answer.json().has("aud")).isFalse();
    assertThat(gateway.introspect(token).raw().body()).isEqualTo(INACTIVE);
    var next = http.refresh(token);
    assertThat(next.status()).isEqualTo(200);
    assertThat(gateway.introspect(token).raw().body()).isEqualTo(INACTIVE);
    server.clock.advance(Duration.ofMinutes(5));
    assertThat(gateway.introspect(token).raw().body()).isEqualTo(INACTIVE);
    assertThat(http.refresh(next.text("refresh_token")).status()).isEqualTo(200);
  }

  @Test
  void tellsOfAClientsTokenWhileTheClientIsActive() {
    var reports = ServiceClient.register(server, admin, "reports", "read", "write");
    var token = reports.token();

    var json = gateway.introspect(token).json();

    assertThat(json.path("active").asBoolean()).isTrue();
    assertThat(json.path("sub").asText()).isEqualTo("reports");
    assertThat(json.path("client_id").asText()).isEqualTo("reports");
    assertThat(json.path("scope").asText()).isEqualTo("read write");
    assertThat(json.has("sid") || json.has("role") || json.has("username")).isFalse();
    admin.patch("/clients/reports", "{\"is_active\":false}");
    assertThat(gateway.introspect(token).raw().body()).isEqualTo(INACTIVE);
  }

  @Test
  void tellsNothingOfWhatIsNotGood() {
    var ada = http.as("gone@example.test");
    var pair = http.logIn("gone@example.test", RestServer.PASSWORD);
    var id = pair.json().at("/user/id").asText();
    http.logOut(pair.text("refresh_token"), "session");
    assertInactive(pair.text("access_token"));
    assertInactive(pair.text("refresh_token"));
    var later = http.logIn("gone@example.test", RestServer.PASSWORD);
    assertThat(ada.delete("/users/" + id).status()).isEqualTo(204);
    assertInactive(later.text("access_token"));
    assertInactive(later.text("refresh_token"));
    var expired = gateway.token();
    server.clock.advance(Duration.ofSeconds(900));
    assertInactive(expired);
    try (var foreign = RestServer.start()) {
      var stranger = ServiceClient.register(foreign, foreign.admin("b@example.test"), "gateway");
      assertInactive(stranger.token());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "a.b.c", "%00", "eyJhbGciOiJub25lIn0.e30.", "%F0%9F%94%91"})
  void tellsNothingOfNonsense(String token) {
    assertInactive(token);
  }

  @Test
  void tellsNothingOfATokenThatIsTooLong() {
    assertInactive("A".repeat(60_000));
    assertThat(gateway.introspect("A".repeat(1_000_000)).status()).isEqualTo(413);
  }

  @Test
  void tellsNobodyElseAnything() {
    var token = gateway.token();
    var user = http.as("nosy@example.test");

    for (var path : List.of("/auth/introspect", "/auth/revoke")) {
      for (var answer :
          List.of(
              http.postForm(path, "token=" + token),
              user.postForm(path, "token=" + token),
              http.with(token).postForm(path, "token=" + token),
              gateway.with("x").post(path, "token=" + token))) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("error")).isEqualTo("invalid_client");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic ");
      }
    }
    assertThat(gateway.introspect(token).json().path("active").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "token=", "token_type_hint=access_token", "token=a&token=b", "%zz"})
  void refusesAQuestionAboutNoToken(String form) {
    for (var path : List.of("/auth/introspect", "/auth/revoke")) {
      var answer = gateway.post(path, form);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text("error")).isEqualTo("invalid_request");
    }
  }

  @Test
  void takesNothingButAForm() {
    var basic = Map.entry("Authorization", ServiceClient.basic("gateway:" + gateway.secret()));

    var answer =
        http.send(
            "POST",
            "/auth/introspect",
            "{\"token\":\"x\"}",
            "application/json",
            basic.getKey(),
            basic.getValue());

    assertThat(answer.status()).isEqualTo(415);
  }

  private void assertInactive(String token) {
    var answer = gateway.introspect(token);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.raw().body()).isEqualTo(INACTIVE);
  }
}
