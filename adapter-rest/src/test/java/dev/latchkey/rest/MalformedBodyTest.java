package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bodies that cannot be read at all: refused with one answer, before anything is done.
class MalformedBodyTest {
  private static final RestServer SERVER = RestServer.start();
  private static final List<String> ROUTES =
      List.of("/auth/register", "/auth/login", "/auth/refresh", "/auth/logout");

  private final RestClient client = SERVER.client();

  @AfterAll
  static void nothingWasHashed() {
    assertThat(SERVER.hasher.hashes()).isZero();
    SERVER.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"x\"",
        "7",
        " ",
        "{\"email\":\"a",
        "{",
        "{}{}",
        "{} x",
        "{'a':1}",
        "{\"email\":NaN}",
        "{\"email\":1e}",
        "{\"a\":1,}",
        "// x\n{}",
        "\u0000",
        "\uFEFF{}"
      })
  @Tag("C001")
  @Tag("C002")
  void refusesWhatIsNoJsonObject(String body) {
    for (var route : ROUTES) {
      var answer = client.post(route, body);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("malformed_request");
      assertThat(answer.text("detail")).isEqualTo("The request cannot be read.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"email\":\"a@x.test\",\"email\":\"b@x.test\",\"password\":\"correct horse\"}",
        "{\"email\":\"a@x.test\",\"\\u0065mail\":\"b@x.test\",\"password\":\"correct horse\"}",
        "{\"email\":\"a@x.test\",\"password\":\"correct horse\",\"password\":\"correct horse\"}",
        "{\"name\":{\"a\":1,\"a\":2},\"email\":\"a@x.test\",\"password\":\"correct horse\"}"
      })
  @Tag("C014")
  void refusesRepeatedNames(String body) {
    for (var route : ROUTES) {
      assertThat(client.post(route, body).code()).isEqualTo("malformed_request");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"C328", "C0AF", "EDA080", "F5808080", "FF", "E282"})
  @Tag("C020")
  void refusesBadUtf8(String hex) {
    var head = "{\"password\":\"correct horse\",\"email\":\"".getBytes(StandardCharsets.UTF_8);
    var bad = HexFormat.of().parseHex(hex);
    var tail = "@x.test\"}".getBytes(StandardCharsets.UTF_8);
    var body = new byte[head.length + bad.length + tail.length];
    System.arraycopy(head, 0, body, 0, head.length);
    System.arraycopy(bad, 0, body, head.length, bad.length);
    System.arraycopy(tail, 0, body, head.length + bad.length, tail.length);

    for (var route : ROUTES) {
      assertThat(client.postBytes(route, body).code()).isEqualTo("malformed_request");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "\\udc00", "\\ud800x", "a\\udc00\\ud800"})
  @Tag("C020")
  void refusesHalfASurrogatePair(String half) {
    var value = client.post("/auth/login", "{\"login\":\"" + half + "\",\"password\":\"x\"}");
    var name = client.post("/auth/login", "{\"" + half + "\":\"a\",\"password\":\"x\"}");

    assertThat(value.code()).isEqualTo("malformed_request");
    assertThat(name.status()).isEqualTo(400);
  }

  static final List<String> HUGE =
      List.of(
          "{\"email\":" + "[".repeat(33) + "]".repeat(33) + "}",
          "{\"email\":" + "{\"a\":".repeat(33) + "1" + "}".repeat(34),
          "{\"email\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}",
          "{\"email\":" + "[".repeat(60_000),
          "{\"email\":[" + "1,".repeat(20_000) + "1]}",
          "{\"email\":\"" + "x".repeat(60_000) + "\"}",
          "{\"" + "x".repeat(60_000) + "\":1}",
          "{\"email\":" + "9".repeat(1_000) + "}",
          "{\"email\":-" + "9".repeat(60_000) + "}",
          manyMembers());

  private static String manyMembers() {
    var members = new StringBuilder("{\"email\":\"a@x.test\"");
    for (int i = 0; i < 5_000; i++) {
      members.append(",\"k").append(i).append("\":1");
    }
    return members.append('}').toString();
  }

  @ParameterizedTest
  @FieldSource("HUGE")
  @Tag("C015")
  @Tag("C021")
  void refusesDepthAndBulk(String body) {
    for (var route : ROUTES) {
      var answer = client.post(route, body);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.raw().body().length()).isLessThan(4_096);
    }
  }

  @Test
  @Tag("C015")
  void readsNestingThatIsNotTooDeepAsAFaultOfTheField() {
    var body = "{\"password\":\"x\",\"email\":" + "[".repeat(30) + "]".repeat(30) + "}";

    var answer = client.post("/auth/login", body);

    assertThat(answer.code()).isEqualTo("validation_failed");
    assertThat(answer.json().at("/errors/0/code").asText()).isEqualTo("invalid_type");
  }
}
