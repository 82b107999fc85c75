package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How much of a request is read at most.
class SizeLimitsTest {
  private static final int MAX_BODY = 64 * 1024;
  private static final RestServer SERVER =
      RestServer.start(Map.of("latchkey.http.receive-deadline", "5s"));

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  @Tag("C010")
  void processesABodyOfTheGreatestLength() {
    try (var raw = SERVER.raw()) {
      var reply = raw.send(head("Content-Length: " + MAX_BODY)).send(body(MAX_BODY)).answered();

      assertThat(reply.code()).isEqualTo("invalid_credentials");
    }
  }

  @Test
  @Tag("C010")
  void processesAChunkedBodyOfTheGreatestLength() {
    try (var raw = SERVER.raw()) {
      var reply = raw.send(chunked()).send(chunk(body(MAX_BODY))).send("0\n\n").answered();

      assertThat(reply.code()).isEqualTo("invalid_credentials");
    }
  }

  @Test
  @Tag("C010")
  void refusesOneByteMore() {
    var before = SERVER.hasher.hashes();
    try (var raw = SERVER.raw()) {
      var reply =
          raw.send(head("Content-Length: " + (MAX_BODY + 1))).send(body(MAX_BODY + 1)).answered();

      assertThat(reply.code()).isEqualTo("payload_too_large");
      assertThat(reply.status()).isEqualTo(413);
      assertThat(raw.closes()).isTrue();
    }
    assertThat(SERVER.hasher.hashes()).isEqualTo(before);
  }

  @Test
  @Tag("C010")
  void refusesOneByteMoreInChunks() {
    try (var raw = SERVER.raw()) {
      var reply =
          raw.send(chunked()).send(chunk(body(MAX_BODY))).send(chunk(new byte[] {' '})).answered();

      assertThat(reply.status()).isEqualTo(413);
      assertThat(raw.closes()).isTrue();
    }
  }

  @Test
  @Tag("C010")
  void refusesABodyThatIsOnlyAnnounced() {
    try (var raw = SERVER.raw()) {
      var reply = raw.send(head("Content-Length: 10737418240")).answered();

      assertThat(reply.status()).isEqualTo(413);
      assertThat(raw.closes()).isTrue();
    }
  }

  @Test
  @Tag("C010")
  void doesNotAskForABodyThatIsTooLong() {
    try (var raw = SERVER.raw()) {
      var reply =
          raw.send(head("Content-Length: " + (MAX_BODY + 1) + "\nExpect: 100-continue")).answered();

      assertThat(reply.status()).isEqualTo(413);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/auth/login, '', 8000, 401",
    "/auth/login, 'X-Long: ', 8192, 431",
    "/auth/login, 'Cookie: a=', 9216, 431",
    "/auth/login?, '', 4096, 414"
  })
  @Tag("C011")
  void readsHeadersOfSomeLengthOnly(String path, String field, int length, int status) {
    var filling = "x".repeat(length);
    var line = status == 414 ? path + filling : path;
    var header = status == 414 ? "" : (field.isEmpty() ? "X-Fits: " : field) + filling + "\n";
    try (var raw = SERVER.raw()) {
      raw.send("POST " + line + " HTTP/1.1\nHost: x\n" + header);
      if (status == 401) {
        raw.send("Content-Type: application/json\nContent-Length: 100\n\n").send(body(100));
      } else {
        raw.send("\n");
      }
      var reply = raw.answered();

      assertThat(reply.status()).isEqualTo(status);
      assertThat(status == 401 || raw.closes()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"97, 200", "98, 200", "99, 200", "100, 431", "200, 431"})
  @Tag("C011")
  void readsAHundredHeaderFieldsAtMost(int fields, int status) {
    try (var raw = SERVER.raw()) {
      var reply =
          raw.send("GET /health/liveness HTTP/1.1\nHost: x\n" + "A: b\n".repeat(fields) + "\n")
              .answered();

      assertThat(reply.status()).isEqualTo(status);
      assertThat(status == 200 || raw.closes()).isTrue();
    }
  }

  private static String head(String length) {
    return "POST /auth/login HTTP/1.1\nHost: x\nContent-Type: application/json\n" + length + "\n\n";
  }

  private static String chunked() {
    return head("Transfer-Encoding: chunked");
  }

  private static byte[] chunk(byte[] content) {
    var head = (Integer.toHexString(content.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    var chunk = new byte[head.length + content.length + 2];
    System.arraycopy(head, 0, chunk, 0, head.length);
    System.arraycopy(content, 0, chunk, head.length, content.length);
    chunk[chunk.length - 2] = '\r';
    chunk[chunk.length - 1] = '\n';
    return chunk;
  }

  private static byte[] body(int length) {
    var json = "{\"login\":\"nobody@example.test\",\"password\":\"correct horse\"}";
    return (json + " ".repeat(length - json.length())).getBytes(StandardCharsets.US_ASCII);
  }
}
