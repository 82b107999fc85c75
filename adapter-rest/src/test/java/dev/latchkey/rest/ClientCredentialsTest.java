package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.limit.Limit;
import dev.latchkey.domain.limit.LimitName;
import dev.latchkey.domain.limit.LimitPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tokens for clients (RFC 6749 section 4.4), and how a client shows who it is (section 2.3.1).
class ClientCredentialsTest {
  private static final String GRANT = "grant_type=client_credentials";
  private static final RestServer SERVER = RestServer.start();
  private static final RestClient ADMIN = SERVER.admin("boss@example.test");
  private static final ServiceClient REPORTS =
      ServiceClient.register(SERVER, ADMIN, "reports", "read", "write");

  private final RestClient http = SERVER.client();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void givesAClientATokenOfItsOwn() {
    var answer = REPORTS.post("/auth/token", GRANT + "&scope=read");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.text("access_token")).isNotEmpty();
    assertThat(answer.text("token_type")).isEqualTo("bearer");
    assertThat(answer.json().path("expires_in").asInt()).isEqualTo(900);
    assertThat(answer.text("scope")).isEqualTo("read");
    assertThat(answer.json()).hasSize(4);
  }

  @Test
  void grantsAllThatTheClientMayAskForWhereItNamesNothing() {
    assertThat(REPORTS.post("/auth/token", GRANT).text("scope")).isEqualTo("read write");
    assertThat(REPORTS.post("/auth/token", GRANT + "&scope=").text("scope"))
        .isEqualTo("read write");
    var bare = ServiceClient.register(SERVER, ADMIN, "bare");
    assertThat(bare.post("/auth/token", GRANT).json()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "read+admin", "read++write", "%22"})
  void refusesAScopeThatIsNotTheClients(String scope) {
    var answer = REPORTS.post("/auth/token", GRANT + "&scope=" + scope);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("error")).isEqualTo("invalid_scope");
  }

  @Test
  void takesTheSecretFromTheFormToo() {
    var form = GRANT + "&client_id=reports&client_secret=" + REPORTS.secret();

    assertThat(http.postForm("/auth/token", form).status()).isEqualTo(200);
    assertThat(REPORTS.post("/auth/token", GRANT + "&client_id=reports").status()).isEqualTo(200);
  }

  @Test
  void decodesTheFormInsideOfBasic() {
    var encoded = ServiceClient.basic("repo%72ts:" + REPORTS.secret().replace("_", "%5F"));

    assertThat(token("Authorization", encoded).status()).isEqualTo(200);
    assertThat(token("Authorization", encoded.replace("Basic", "bAsIc")).status()).isEqualTo(200);
  }

  @Test
  @Tag("C126")
  void takesOneWayAtATime() {
    var both = REPORTS.post("/auth/token", GRANT + "&client_id=reports&client_secret=x");
    var two = REPORTS.post("/auth/token", GRANT + "&client_id=billing");
    var twice = REPORTS.post("/auth/token", GRANT + "&" + GRANT);

    for (var answer : List.of(both, two, twice)) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text("error")).isEqualTo("invalid_request");
    }
  }

  @Test
  void believesNobodyWithoutTheRightSecret() {
    var other = ServiceClient.register(SERVER, ADMIN, "other");
    var ours = REPORTS.secret();
    var answers =
        List.of(
            http.postForm("/auth/token", GRANT),
            http.postForm("/auth/token", GRANT + "&client_id=reports"),
            http.postForm("/auth/token", GRANT + "&client_id=reports&client_secret="),
            http.postForm("/auth/token", GRANT + "&client_id=reports&client_secret=changeme"),
            http.postForm("/auth/token", GRANT + "&client_id=nobody&client_secret=" + ours),
            REPORTS.with(other.secret()).post("/auth/token", GRANT),
            REPORTS.with("").post("/auth/token", GRANT),
            token("Authorization", ServiceClient.basic(":" + ours)),
            token("Authorization", ServiceClient.basic("reports")),
            token("Authorization", ServiceClient.basic("REPORTS:" + ours)),
            token("Authorization", ServiceClient.basic("%zz:" + ours)),
            token("Authorization", "Basic"),
            token("Authorization", "Basic !!!"),
            token("Authorization", "Basic /w=="),
            token("Authorization", "Bearer " + ours));

    for (var answer : answers) {
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.text("error")).isEqualTo("invalid_client");
      assertThat(answer.header("WWW-Authenticate"))
          .isEqualTo("Basic realm=\"latchkey\", charset=\"UTF-8\"");
      assertThat(answer.raw().body()).isEqualTo(answers.getFirst().raw().body());
    }
  }

  @Test
  void turnsAwayAClientThatIsNotActive() {
    var paused = ServiceClient.register(SERVER, ADMIN, "paused");
    ADMIN.patch("/clients/paused", "{\"is_active\":false}");

    assertThat(paused.post("/auth/token", GRANT).text("error")).isEqualTo("invalid_client");
  }

  @Test
  void letsNobodyIntoOurOwnApiByAClientsToken() {
    for (var path : List.of("/auth/me", "/users", "/clients", "/auth/sessions")) {
      var answer = http.with(REPORTS.token()).get(path);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.code()).isEqualTo("invalid_token");
    }
  }

  @Test
  void slowsDownWhoTriesSecretsAndNotTheClient() {
    var policy =
        LimitPolicy.standard().with(LimitName.CLIENT_FAILURES, new Limit(2, Duration.ofMinutes(5)));
    try (var server = RestServer.limited(policy, Map.of())) {
      var client = ServiceClient.register(server, server.admin("a@example.test"), "slow");
      var wrong = client.with(REPORTS.secret());
      assertThat(wrong.post("/auth/token", GRANT).status()).isEqualTo(401);
      assertThat(wrong.post("/auth/token", GRANT).status()).isEqualTo(401);

      var stopped = wrong.post("/auth/token", GRANT);

      assertThat(stopped.status()).isEqualTo(429);
      assertThat(stopped.text("error")).isEqualTo("slow_down");
      assertThat(stopped.header("Retry-After")).isEqualTo("300");
      assertThat(stopped.header("RateLimit")).isEmpty();
      assertThat(client.post("/auth/token", GRANT).status()).isEqualTo(200);
    }
  }

  @Test
  void countsNoCallOfAClientAgainstItsAddress() {
    var policy =
        LimitPolicy.standard().with(LimitName.REQUESTS, new Limit(12, Duration.ofMinutes(1)));
    try (var server = RestServer.limited(policy, Map.of())) {
      var client = ServiceClient.register(server, server.admin("a@example.test"), "busy");

      for (var i = 0; i < 30; i++) {
        assertThat(client.introspect("x").status()).isEqualTo(200);
      }
      var wrong = client.with("x");
      for (var i = 0; i < 30; i++) {
        wrong.introspect("x");
      }

      assertThat(wrong.introspect("x").status()).isEqualTo(429);
    }
  }

  private RestClient.Answer token(String... header) {
    return http.send("POST", "/auth/token", GRANT, "application/x-www-form-urlencoded", header);
  }
}
