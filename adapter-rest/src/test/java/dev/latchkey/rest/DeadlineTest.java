package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Clients that take their time.
class DeadlineTest {
  private static final RestServer SERVER =
      RestServer.start(
          Map.of("latchkey.http.receive-deadline", "1s", "latchkey.http.write-deadline", "1s"));

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "G",
        "GET /health/liveness HTTP/1.1\nHost: x\nX-Drip: ",
        "POST /auth/login HTTP/1.1\nHost: x\nContent-Type: application/json\nContent-Length: 500\n\n",
        "POST /nowhere HTTP/1.1\nHost: x\nContent-Length: 500\n\n",
      })
  @Tag("C165")
  @Tag("C026")
  void closesAConnectionThatDrips(String beginning) throws InterruptedException {
    try (var raw = SERVER.raw()) {
      raw.send(beginning);
      var sent = 0;
      while (sent < 200 && raw.isOpen()) {
        raw.send("a");
        sent++;
        Thread.sleep(50);
      }

      assertThat(sent).isLessThan(200);
      assertThat(SERVER.hasher.hashes()).isZero();
    }
  }

  @Test
  @Tag("C165")
  void servesOthersMeanwhile() {
    var dripping = new ArrayList<RawHttp>();
    for (int i = 0; i < 200; i++) {
      dripping.add(SERVER.raw().send("GET /health/liveness HTTP/1.1\nX-Drip: "));
    }

    assertThat(SERVER.client().get("/health/liveness").status()).isEqualTo(200);
    dripping.forEach(raw -> assertThat(raw.closes()).isTrue());
    dripping.forEach(RawHttp::close);
  }

  @Test
  void keepsAConnectionOnWhichEachRequestIsQuick() throws InterruptedException {
    try (var raw = SERVER.raw()) {
      for (int i = 0; i < 4; i++) {
        raw.send("GET /health/liveness HTTP/1.1\nHost: x\n\n");

        assertThat(raw.answered().status()).isEqualTo(200);
        Thread.sleep(400);
      }
    }
  }

  @Test
  @Tag("C165")
  void closesAConnectionThatTakesNoAnswers() throws InterruptedException {
    var request = "GET /docs/swagger-ui-bundle.js HTTP/1.1\nHost: x\n\n";
    try (var raw = SERVER.raw()) {
      raw.send(request.repeat(20));
      Thread.sleep(3_000);

      assertThat(raw.drain()).isLessThan(20L * 1_000_000);
    }
  }
}
