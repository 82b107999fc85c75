package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.limit.Limit;
import dev.latchkey.domain.limit.LimitName;
import dev.latchkey.domain.limit.LimitPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The limits of single routes.
class RouteLimitTest {
  private static final Map<String, Object> PROXIES =
      Map.of("latchkey.trusted-proxies", List.of("127.0.0.1"));
  private final RestServer server = RestServer.limited(LimitPolicy.standard(), PROXIES);
  private final RestClient client = server.client();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void letsAnAddressRegisterFiveInAnHour() {
    for (var i = 0; i < 5; i++) {
      assertThat(
              register("192.0.2.1", "new%d@example.test".formatted(i), RestServer.PASSWORD)
                  .status())
          .isEqualTo(201);
    }
    var hashes = server.hasher.hashes();

    var stopped = register("192.0.2.1", "new5@example.test", RestServer.PASSWORD);

    assertThat(stopped.status()).isEqualTo(429);
    assertThat(stopped.code()).isEqualTo("rate_limited");
    assertThat(stopped.header("Retry-After")).isEqualTo("3600");
    assertThat(stopped.header("RateLimit-Policy")).isEqualTo("\"register\";q=5;w=3600");
    assertThat(server.hasher.hashes()).isEqualTo(hashes);
    assertThat(register("192.0.2.2", "new5@example.test", RestServer.PASSWORD).status())
        .isEqualTo(201);
    server.clock.advance(Duration.ofHours(1));
    assertThat(register("192.0.2.1", "new6@example.test", RestServer.PASSWORD).status())
        .isEqualTo(201);
  }

  @Test
  void countsNoRegistrationWithFaults() {
    for (var i = 0; i < 20; i++) {
      assertThat(register("192.0.2.1", "new@example.test", "short").status()).isEqualTo(400);
    }

    assertThat(register("192.0.2.1", "new@example.test", RestServer.PASSWORD).status())
        .isEqualTo(201);
  }

  @Test
  void countsRegistrationsOfKnownAddressesToo() {
    for (var i = 0; i < 5; i++) {
      register("192.0.2.1", "known@example.test", RestServer.PASSWORD);
    }

    assertThat(register("192.0.2.1", "known@example.test", RestServer.PASSWORD).status())
        .isEqualTo(429);
  }

  @Test
  @Tag("C078")
  void answersTwentyPresentationsOfATokenAndLeavesTheSessionAlone() {
    client.register("repeat@example.test", RestServer.PASSWORD);
    var pair = client.logIn("repeat@example.test", RestServer.PASSWORD);
    var successor = client.refresh(pair.text("refresh_token")).text("refresh_token");

    for (var i = 1; i < 20; i++) {
      assertThat(client.refresh(pair.text("refresh_token")).text("refresh_token"))
          .isEqualTo(successor);
    }
    for (var i = 0; i < 5; i++) {
      var stopped = client.refresh(pair.text("refresh_token"));
      assertThat(stopped.status()).isEqualTo(429);
      assertThat(stopped.code()).isEqualTo("rate_limited");
    }

    assertThat(client.refresh(successor).status()).isEqualTo(200);
    assertThat(client.with(pair.text("access_token")).get("/auth/me").status()).isEqualTo(200);
  }

  @Test
  void letsASessionRefreshSixtyTimesAMinute() {
    client.register("busy@example.test", RestServer.PASSWORD);
    var token = client.logIn("busy@example.test", RestServer.PASSWORD).text("refresh_token");
    var other = client.logIn("busy@example.test", RestServer.PASSWORD).text("refresh_token");
    for (var i = 0; i < 60; i++) {
      token = client.refresh(token).text("refresh_token");
    }

    var stopped = client.refresh(token);
    var form = client.postForm("/auth/token", "grant_type=refresh_token&refresh_token=" + token);

    assertThat(stopped.status()).isEqualTo(429);
    assertThat(stopped.header("RateLimit-Policy")).isEqualTo("\"refresh_session\";q=60;w=60");
    assertThat(form.status()).isEqualTo(429);
    assertThat(form.text("error")).isEqualTo("slow_down");
    assertThat(client.refresh(other).status()).isEqualTo(200);
    server.clock.advance(Duration.ofMinutes(1));
    assertThat(client.refresh(token).status()).isEqualTo(200);
  }

  @Test
  void limitsTheRefreshesOfAnAddress() {
    var policy =
        LimitPolicy.standard().with(LimitName.REFRESH_ADDRESS, new Limit(3, Duration.ofMinutes(5)));
    try (var small = RestServer.limited(policy, PROXIES)) {
      for (var i = 0; i < 3; i++) {
        assertThat(small.client().refresh("no token").code()).isEqualTo("refresh_token_invalid");
      }

      var stopped = small.client().refresh("no token");

      assertThat(stopped.status()).isEqualTo(429);
      assertThat(stopped.header("RateLimit")).isEqualTo("\"refresh_address\";r=0;t=300");
    }
  }

  @Test
  void letsAnAddressAskForFiveLinksAnHour() {
    for (var i = 0; i < 5; i++) {
      var path = i % 2 == 0 ? "/auth/password/forgot" : "/auth/email/verification";
      assertThat(
              post("192.0.2.1", path, "{\"email\":\"who%d@example.test\"}".formatted(i)).status())
          .isEqualTo(202);
    }

    for (var path : List.of("/auth/password/forgot", "/auth/email/verification")) {
      var stopped = post("192.0.2.1", path, "{\"email\":\"who@example.test\"}");
      assertThat(stopped.status()).isEqualTo(429);
      assertThat(stopped.header("RateLimit-Policy")).isEqualTo("\"mail\";q=5;w=3600");
      assertThat(post("192.0.2.2", path, "{\"email\":\"who@example.test\"}").status())
          .isEqualTo(202);
    }
  }

  @Test
  @Tag("C092")
  void letsAnAddressTryTwentyLinksAnHour() {
    var reset = "{\"token\":\"guessed\",\"password\":\"another horse\"}";
    for (var i = 0; i < 10; i++) {
      assertThat(post("192.0.2.1", "/auth/password/reset", reset).status()).isEqualTo(400);
      assertThat(post("192.0.2.1", "/auth/email/verify", "{\"token\":\"guessed\"}").status())
          .isEqualTo(400);
    }

    var stopped = post("192.0.2.1", "/auth/password/reset", reset);

    assertThat(stopped.status()).isEqualTo(429);
    assertThat(stopped.header("RateLimit-Policy")).isEqualTo("\"redeem\";q=20;w=3600");
    assertThat(post("192.0.2.2", "/auth/password/reset", reset).status()).isEqualTo(400);
  }

  @Test
  void letsAnAdminSearchSixtyTimesAMinute() {
    var admin = server.admin("admin@example.test");
    var other = server.admin("other@example.test");
    for (var i = 0; i < 60; i++) {
      assertThat(admin.get(i % 2 == 0 ? "/users" : "/audit").status()).isEqualTo(200);
    }

    for (var path : List.of("/users", "/audit")) {
      var stopped = admin.get(path);
      assertThat(stopped.status()).isEqualTo(429);
      assertThat(stopped.header("RateLimit-Policy")).isEqualTo("\"search\";q=60;w=60");
      assertThat(other.get(path).status()).isEqualTo(200);
    }
    assertThat(admin.get("/auth/me").status()).isEqualTo(200);
    server.clock.advance(Duration.ofMinutes(1));
    assertThat(admin.get("/users").status()).isEqualTo(200);
  }

  private RestClient.Answer post(String address, String path, String body) {
    return client.send("POST", path, body, "application/json", "X-Forwarded-For", address);
  }

  private RestClient.Answer register(String address, String email, String password) {
    return client.send(
        "POST",
        "/auth/register",
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password),
        "application/json",
        "X-Forwarded-For",
        address);
  }
}
