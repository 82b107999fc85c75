package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Requests whose end two readers could see at different places. Each carries a log-in that must
/// not happen.
class RequestSmugglingTest {
  private static final RestServer SERVER =
      RestServer.start(Map.of("latchkey.http.receive-deadline", "2s"));
  private static final String JSON =
      "{\"login\":\"a@example.test\",\"password\":\"correct horse\"}";
  private static final String SMUGGLED =
      "POST /auth/login HTTP/1.1\nHost: x\nContent-Type: application/json\nContent-Length: "
          + JSON.length()
          + "\n\n"
          + JSON;

  @AfterAll
  static void nothingWasExecuted() {
    assertThat(SERVER.hasher.hashes()).isZero();
    SERVER.close();
  }

  static final List<String> FRAMINGS =
      List.of(
          "Content-Length: 4\nTransfer-Encoding: chunked",
          "Transfer-Encoding: chunked\nContent-Length: 4",
          "Transfer-Encoding: xchunked",
          "Transfer-Encoding: chunked, identity",
          "Transfer-Encoding: identity, chunked",
          "Transfer-Encoding: chunked\nTransfer-Encoding: identity",
          "Transfer-Encoding: chunked\nTransfer-Encoding: chunked",
          "Transfer-Encoding: gzip",
          "Transfer-Encoding: \u000bchunked",
          "Transfer-Encoding : chunked",
          "Transfer-Encoding\u0009: chunked",
          "Content-Length: 4\nContent-Length: 5",
          "Content-Length: 4\nContent-Length: 4",
          "Content-Length: +10",
          "Content-Length: 10, 11",
          "Content-Length: -1",
          "Content-Length: 0x10",
          "Content-Length: 1 0",
          "Content-Length: ",
          "Content-Length: 99999999999999999999",
          "Content-Length : 4",
          "Host: y",
          "No colon",
          ": no name",
          "X\u0000: y",
          "X: a\u0000b");

  @ParameterizedTest
  @FieldSource("FRAMINGS")
  @Tag("C023")
  @Tag("C024")
  @Tag("C025")
  void refusesAmbiguousFraming(String framing) {
    try (var raw = SERVER.raw()) {
      var reply =
          raw.send(
                  "POST /auth/login HTTP/1.1\nHost: x\nContent-Type: application/json\n"
                      + framing
                      + "\n\n0\n\n"
                      + SMUGGLED)
              .reply();

      assertThat(reply == null ? 400 : reply.status()).isIn(400, 413);
      assertThat(raw.closes()).isTrue();
    }
  }

  static final List<String> CHUNKS =
      List.of(
          "ffffffffffffffff\nx\n0\n\n",
          "-1\nx\n0\n\n",
          "g\nx\n0\n\n",
          "\n\n",
          "1 1\nx\n0\n\n",
          "0x1\nx\n0\n\n",
          "1\nxy\n0\n\n",
          "1\nx0\n\n");

  @ParameterizedTest
  @FieldSource("CHUNKS")
  @Tag("C026")
  void refusesBadChunks(String chunks) {
    try (var raw = SERVER.raw()) {
      var reply =
          raw.send(
                  "POST /auth/login HTTP/1.1\nHost: x\nContent-Type: application/json\n"
                      + "Transfer-Encoding: chunked\n\n"
                      + chunks
                      + SMUGGLED)
              .reply();

      assertThat(reply == null ? 400 : reply.status()).isIn(400, 413);
      assertThat(raw.closes()).isTrue();
    }
  }

  static final List<String> REQUESTS =
      List.of(
          "POST /auth/login HTTP/1.0\nTransfer-Encoding: chunked\n\n0\n\n",
          "POST /auth/login HTTP/1.1\n\n",
          "POST /auth/login HTTP/2.0\nHost: x\n\n",
          "POST /auth/login HTTP/1.2\nHost: x\n\n",
          "POST /auth/login\n\n",
          "GARBAGE\n\n",
          "POST  /auth/login  HTTP/1.1  x\nHost: x\n\n",
          "PRI * HTTP/2.0\n\nSM\n\n",
          "\u0016\u0003\u0001\u0000\n\n");

  @ParameterizedTest
  @FieldSource("REQUESTS")
  @Tag("C025")
  void refusesWhatIsNoHttp(String request) {
    try (var raw = SERVER.raw()) {
      var reply = raw.send(request + SMUGGLED).reply();

      assertThat(reply == null ? 400 : reply.status()).isIn(400, 404, 505);
      assertThat(raw.closes()).isTrue();
    }
  }

  @Test
  @Tag("C025")
  void joinsNoFoldedLines() {
    try (var raw = SERVER.raw()) {
      var reply = raw.send("GET /health/liveness HTTP/1.1\nHost: x\nX: a\n b\n\n").reply();

      assertThat(reply == null ? 400 : reply.status()).isIn(200, 400);
    }
  }
}
