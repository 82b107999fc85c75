package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.latchkey.RunningLatchkey;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdersTest {
  private static final String JWT = "micronaut.security.token.jwt.";

  @TempDir static Path home;

  private static RunningLatchkey latchkey;
  private static EmbeddedServer service;

  @BeforeAll
  static void start() throws Exception {
    latchkey = RunningLatchkey.start(home);
    service =
        ApplicationContext.run(
            EmbeddedServer.class,
            Map.of(
                "micronaut.server.port",
                -1,
                JWT + "signatures.jwks.latchkey.url",
                latchkey.url() + "/.well-known/jwks.json",
                JWT + "claims-validators.issuer",
                latchkey.url()));
  }

  @AfterAll
  static void end() {
    try (var _ = latchkey) {
      if (service != null) {
        service.close();
      }
    }
  }

  @Test
  void servesNobodyWithoutAToken() throws Exception {
    assertThat(orders("").statusCode()).isEqualTo(401);
  }

  @Test
  void servesWhoeverLoggedIn() throws Exception {
    var answer = orders(latchkey.logIn().access());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("No orders yet, ada@example.org.");
  }

  @Test
  void servesOnWithOldAndNewTokensWhileKeysRotate() throws Exception {
    var first = latchkey.logIn().access();
    assertThat(orders(first).statusCode()).isEqualTo(200);

    latchkey.rotateKeys();
    var second = latchkey.logIn().access();

    assertThat(orders(first).statusCode()).isEqualTo(200);
    assertThat(orders(second).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesARefreshToken() throws Exception {
    assertThat(orders(latchkey.logIn().refresh()).statusCode()).isEqualTo(401);
  }

  private static HttpResponse<String> orders(String token) throws Exception {
    return RunningLatchkey.get("http://localhost:" + service.getPort() + "/orders", token);
  }
}
