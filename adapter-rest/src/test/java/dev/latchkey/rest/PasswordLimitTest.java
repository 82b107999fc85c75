package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.testkit.store.InMemoryStores;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of those who guess passwords, with the limits that hold by default.
class PasswordLimitTest {
  private static final String PASSWORD = RestServer.PASSWORD;
  private static final String WRONG = "wrong horse";
  private static final String ANN = "ann@example.test";

  private final InMemoryStores stores = new InMemoryStores();
  private final Mailbox mailbox = new Mailbox(stores);
  private final RestServer server =
      RestServer.limited(
          Ports.of(stores),
          LimitPolicy.standard(),
          Map.of("latchkey.trusted-proxies", List.of("127.0.0.1")));
  private final RestClient client = server.client();

  @BeforeEach
  void registerAnn() {
    var body =
        "{\"email\":\"%s\",\"username\":\"ann\",\"password\":\"%s\"}".formatted(ANN, PASSWORD);
    assertThat(client.post("/auth/register", body).status()).isEqualTo(201);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @Tag("C128")
  void stopsTheSixthTryWithNothingHashedAlsoOfTheRightPassword() {
    for (var i = 0; i < 5; i++) {
      assertThat(client.logIn(ANN, WRONG).status()).isEqualTo(401);
    }
    var hashes = server.hasher.hashes();

    for (var password : List.of(WRONG, PASSWORD)) {
      var stopped = client.logIn(ANN, password);
      assertThat(stopped.status()).isEqualTo(429);
      assertThat(stopped.code()).isEqualTo("rate_limited");
      assertThat(stopped.header("Retry-After")).isEqualTo("30");
      assertThat(stopped.header("RateLimit")).isEmpty();
      assertThat(stopped.header("RateLimit-Policy")).isEmpty();
    }

    assertThat(server.hasher.hashes()).isEqualTo(hashes);
    server.clock.advance(Duration.ofSeconds(30));
    assertThat(client.logIn(ANN, PASSWORD).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {ANN, "nobody@example.test", "nobody", "no login at all", "?"})
  @Tag("C051")
  void stopsNamesThatNobodyHasAtTheSameTry(String login) {
    for (var i = 0; i < 5; i++) {
      assertThat(client.logIn(login, WRONG).status()).isEqualTo(401);
    }

    var stopped = client.logIn(login, WRONG);

    assertThat(stopped.status()).isEqualTo(429);
    assertThat(stopped.header("Retry-After")).isEqualTo("30");
  }

  @Test
  @Tag("C054")
  void startsAnewAfterASuccess() {
    for (var round = 0; round < 2; round++) {
      for (var i = 0; i < 4; i++) {
        assertThat(client.logIn(ANN, WRONG).status()).isEqualTo(401);
      }
      assertThat(client.logIn(ANN, PASSWORD).status()).isEqualTo(200);
    }
  }

  @Test
  @Tag("C136")
  void countsEverySpellingAndRouteOfAnAccountTogether() {
    assertThat(client.logIn(ANN, WRONG).status()).isEqualTo(401);
    assertThat(client.logIn("  ANN@Example.TEST ", WRONG).status()).isEqualTo(401);
    assertThat(client.logIn("ann", WRONG).status()).isEqualTo(401);
    assertThat(client.postForm("/auth/login", "username=ANN&password=wrong+one").status())
        .isEqualTo(401);
    assertThat(client.postForm("/auth/token", "username=+ann+&password=wrong+one").status())
        .isEqualTo(401);

    for (var login : List.of(ANN, "ANN", "ann@EXAMPLE.test")) {
      assertThat(client.logIn(login, PASSWORD).status()).as(login).isEqualTo(429);
    }
  }

  @Test
  @Tag("C136")
  void countsEverySpellingOfANameThatNobodyHasTogether() {
    for (var login :
        List.of(
            "ghost@example.test",
            " GHOST@example.test",
            "Ghost@Example.Test",
            "ghost@example.test ")) {
      assertThat(client.logIn(login, WRONG).status()).isEqualTo(401);
    }
    assertThat(client.logIn("ghost@example.test", WRONG).status()).isEqualTo(401);

    assertThat(client.logIn("GHOST@EXAMPLE.TEST", WRONG).status()).isEqualTo(429);
  }

  @Test
  @Tag("C012")
  void isNotEscapedByOtherSpellingsOfThePath() {
    var counted = 0;
    for (var round = 0; round < 3; round++) {
      for (var path :
          List.of(
              "/auth/login",
              "//auth/login",
              "/auth//login",
              "/auth/./login",
              "/x/../auth/login",
              "/auth/%6Cogin",
              "/auth/login;a=b",
              "/auth/login/",
              "/AUTH/login",
              "/auth/login?a=b",
              "/auth/login#x")) {
        var status = client.logInAt(path, ANN, WRONG).status();
        assertThat(status).as(path).isIn(400, 401, 404, 429);
        counted += status == 401 ? 1 : 0;
      }
    }

    assertThat(counted).isEqualTo(5);
    assertThat(client.logIn(ANN, PASSWORD).status()).isEqualTo(429);
  }

  @Test
  @Tag("C129")
  void stopsAnAddressThatTriesManyAccounts() {
    for (var i = 0; i < 20; i++) {
      assertThat(from("192.0.2.1", "somebody%d@example.test".formatted(i), WRONG).status())
          .isEqualTo(401);
    }

    var stopped = from("192.0.2.1", "somebody20@example.test", WRONG);

    assertThat(stopped.status()).isEqualTo(429);
    assertThat(stopped.header("Retry-After")).isEqualTo("300");
    assertThat(stopped.header("RateLimit-Policy")).isEqualTo("\"login_address\";q=20;w=300");
    assertThat(stopped.header("RateLimit")).isEqualTo("\"login_address\";r=0;t=300");
    assertThat(from("192.0.2.2", "somebody20@example.test", WRONG).status()).isEqualTo(401);
  }

  @Test
  @Tag("C133")
  void leavesTheUsersOwnNetworkOpenWhateverStrangersDo() {
    assertThat(from("192.0.2.1", ANN, PASSWORD).status()).isEqualTo(200);
    for (var network = 0; network < 50; network++) {
      for (var i = 0; i < 20; i++) {
        from("203.0.%d.7".formatted(network), ANN, WRONG);
      }
    }

    var stranger = from("198.51.100.1", ANN, PASSWORD);

    assertThat(stranger.status()).isEqualTo(429);
    assertThat(Integer.parseInt(stranger.header("Retry-After"))).isBetween(1, 900);
    assertThat(from("192.0.2.99", ANN, PASSWORD).status()).isEqualTo(200);
    assertThat(mailbox.of(MailKind.WRONG_PASSWORDS))
        .hasSize(1)
        .allMatch(mail -> mail.to().display().equals(ANN));
  }

  @Test
  @Tag("C133")
  @Tag("C134")
  void letsTheUserInFromAnywhereAfterAResetWhateverStrangersDid() {
    for (var i = 0; i < 101; i++) {
      server.clock.advance(Duration.ofMinutes(1));
      from("203.0.%d.7".formatted(i), ANN, WRONG);
    }
    assertThat(from("198.51.100.1", ANN, PASSWORD).header("Retry-After")).isEqualTo("900");

    client.post("/auth/password/forgot", "{\"email\":\"%s\"}".formatted(ANN));
    var reset =
        "{\"token\":\"%s\",\"password\":\"another horse\"}"
            .formatted(mailbox.secretOf(MailKind.RESET_PASSWORD));
    assertThat(client.post("/auth/password/reset", reset).status()).isEqualTo(204);

    assertThat(from("198.51.100.1", ANN, "another horse").status()).isEqualTo(200);
    var closings = server.admin("root@example.test").get("/audit?kind=password.closed").json();
    assertThat(closings.path("items").size()).isEqualTo(1);
  }

  @Test
  @Tag("C099")
  void countsWrongPasswordsOfAChangeLikeThoseOfALogIn() {
    var me = client.with(client.logIn(ANN, PASSWORD).text("access_token"));
    for (var i = 0; i < 5; i++) {
      assertThat(change(me, WRONG).code()).isEqualTo("wrong_password");
    }

    var stopped = change(me, PASSWORD);

    assertThat(stopped.status()).isEqualTo(429);
    assertThat(stopped.code()).isEqualTo("rate_limited");
    assertThat(me.get("/auth/me").status()).isEqualTo(200);
    assertThat(client.logIn(ANN, PASSWORD).status()).isEqualTo(429);
    server.clock.advance(Duration.ofSeconds(30));
    assertThat(change(me, PASSWORD).status()).isEqualTo(204);
  }

  @Test
  void answersTheTokenEndpointInItsOwnForm() {
    var form = "username=ann&password=wrong+one";
    for (var i = 0; i < 5; i++) {
      assertThat(client.postForm("/auth/token", form).text("error")).isEqualTo("invalid_grant");
    }

    var stopped = client.postForm("/auth/token", form);

    assertThat(stopped.status()).isEqualTo(429);
    assertThat(stopped.text("error")).isEqualTo("slow_down");
    assertThat(stopped.header("Retry-After")).isEqualTo("30");
  }

  @Test
  void isCounted() {
    for (var i = 0; i < 7; i++) {
      client.logIn(ANN, WRONG);
    }
    var figures = server.admin("root@example.test").get("/metrics").raw().body();

    assertThat(figures)
        .contains("latchkey_limits_hits_total{limit=\"login_failures\"} 2.0")
        .contains("latchkey_limits_hits_total{limit=\"login_account\"} 0.0")
        .contains("latchkey_session_logins_total{outcome=\"throttled\"} 2.0");
  }

  private static RestClient.Answer change(RestClient me, String current) {
    return me.post(
        "/auth/password/change",
        "{\"current_password\":\"%s\",\"new_password\":\"another horse\"}".formatted(current));
  }

  private RestClient.Answer from(String address, String login, String password) {
    return client.send(
        "POST",
        "/auth/login",
        "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, password),
        "application/json",
        "X-Forwarded-For",
        address);
  }
}
