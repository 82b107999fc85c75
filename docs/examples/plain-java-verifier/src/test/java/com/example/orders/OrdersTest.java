package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.latchkey.RunningLatchkey;
import com.sun.net.httpserver.HttpServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdersTest {
  @TempDir static Path home;

  private static RunningLatchkey latchkey;
  private static HttpServer service;

  @BeforeAll
  static void start() throws Exception {
    latchkey = RunningLatchkey.start(home);
    service = Orders.start(latchkey.url(), 0);
  }

  @AfterAll
  static void end() {
    try (var _ = latchkey) {
      if (service != null) {
        service.stop(0);
      }
    }
  }

  @Test
  void servesNobodyWithoutAToken() throws Exception {
    var answer = orders(service, "");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
  }

  @Test
  void servesWhoeverLoggedIn() throws Exception {
    var answer = orders(service, latchkey.logIn().access());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("No orders yet, ada@example.org.");
  }

  @Test
  void servesOnWithOldAndNewTokensWhileKeysRotate() throws Exception {
    var first = latchkey.logIn().access();
    assertThat(orders(service, first).statusCode()).isEqualTo(200);

    latchkey.rotateKeys();
    var second = latchkey.logIn().access();

    assertThat(orders(service, first).statusCode()).isEqualTo(200);
    assertThat(orders(service, second).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesARefreshToken() throws Exception {
    var answer = orders(service, latchkey.logIn().refresh());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer error=\"invalid_token\"");
  }

  @Test
  void saysWhereItCannotKnow() throws Exception {
    var nobody = Orders.start("http://localhost:1", 0);
    try {
      assertThat(orders(nobody, latchkey.logIn().access()).statusCode()).isEqualTo(503);
    } finally {
      nobody.stop(0);
    }
  }

  private static HttpResponse<String> orders(HttpServer server, String token) throws Exception {
    return RunningLatchkey.get(
        "http://localhost:" + server.getAddress().getPort() + "/orders", token);
  }
}
