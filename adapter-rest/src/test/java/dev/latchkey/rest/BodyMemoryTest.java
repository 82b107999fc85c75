package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The memory that a request's body came in is given back, whatever becomes of the request.
class BodyMemoryTest {
  private static final int REQUESTS = 200;
  private static final int BODY = 32 * 1024;
  private static final RestServer SERVER = RestServer.start(Map.of());

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/auth/login, '{\"login\":\"a@example.test\",\"password\":\"wrong\"}', true, 503",
    "/auth/login, '{\"login\":\"a@example.test\"}', false, 400",
    "/auth/password/forgot, '{\"email\":\"a@example.test\"}', false, 202",
    "/auth/password/change, '{\"password\":\"a\",\"new_password\":\"b\"}', false, 401",
    "/nowhere, '{}', false, 404",
  })
  void isGivenBack(String path, String json, boolean overloaded, int status) {
    SERVER.hasher.overload(overloaded);
    send(path, json, status);
    var before = held();

    send(path, json, status);

    assertThat(held() - before).isLessThan((long) REQUESTS * BODY / 2);
  }

  private static void send(String path, String json, int status) {
    var body = json + " ".repeat(BODY - json.length());
    var request =
        "POST %s HTTP/1.1\nHost: x\nContent-Type: application/json\nContent-Length: %d\n\n%s"
            .formatted(path, BODY, body);
    try (var raw = SERVER.raw()) {
      for (int i = 0; i < REQUESTS; i++) {
        assertThat(raw.send(request).answered().status()).isEqualTo(status);
      }
    }
  }

  private static long held() {
    return ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT).metric().usedDirectMemory();
  }
}
