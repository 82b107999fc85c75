package dev.latchkey.verifier.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void readsEveryKindOfValue() {
    var read =
        Json.readObject(
            utf8(
                """
                 {"text": "a\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00é😀", "empty": "",
                  "whole": 1790000000, "zero": 0, "less": -1, "half": 0.5, "big": 1e3,
                  "yes": true, "no": false, "nothing": null,
                  "list": [1, "b", [], {}], "object": {"a": {"a": 1}}}
                """),
            3);

    assertThat(read)
        .contains(
            Map.ofEntries(
                Map.entry("text", "a\"\\/\b\f\n\r\té😀é😀"),
                Map.entry("empty", ""),
                Map.entry("whole", 1_790_000_000L),
                Map.entry("zero", 0L),
                Map.entry("less", -1.0),
                Map.entry("half", 0.5),
                Map.entry("big", 1000.0),
                Map.entry("yes", true),
                Map.entry("no", false),
                Map.entry("nothing", Json.NULL),
                Map.entry("list", List.of(1L, "b", List.of(), Map.of())),
                Map.entry("object", Map.of("a", Map.of("a", 1L)))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "{}{}",
        "{} x",
        "[]",
        "null",
        "1",
        "\"x\"",
        "{a:1}",
        "{'a':1}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,}",
        "{,\"a\":1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1;\"b\":2}",
        "{\"a\"=1}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"\\u0061\":1}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "{\"a\":[1,]}",
        "{\"a\":[,1]}",
        "{\"a\":[1 2]}",
        "{\"a\":[1}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":1.}",
        "{\"a\":1e}",
        "{\"a\":--1}",
        "{\"a\":0x1}",
        "{\"a\":NaN}",
        "{\"a\":Infinity}",
        "{\"a\":tru}",
        "{\"a\":True}",
        "{\"a\":nul}",
        "{\"a\":truex}",
        "{\"a\":\"x}",
        "{\"a\":\"x\ny\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u00e\"}",
        "{\"a\":\"\\u00g0\"}",
        "{\"a\":\"\\ud83d\"}",
        "{\"a\":\"\\ude00\"}",
        "{\"a\":\"\\ude00\\ud83d\"}",
        "{\"a\":\"\\",
        "{\"a\":\"\\u",
        "{\"a\":1}//",
        "/**/{}",
        "\ufeff{}",
        ")]}'\n{}",
        "{\"a\":\u00a01}",
        "{\"a\":\u000b1}"
      })
  void refusesWhatIsNotOneStrictObject(String text) {
    assertThat(Json.readObject(utf8(text), 3)).isEmpty();
  }

  @Test
  void refusesWhatNestsDeeperThanItMay() {
    assertThat(Json.readObject(utf8("{\"a\":[{}],\"b\":[{}]}"), 3)).isPresent();
    assertThat(Json.readObject(utf8("{\"a\":[{}]}"), 2)).isEmpty();
    assertThat(Json.readObject(utf8("{\"a\":" + "[".repeat(30_000)), 8)).isEmpty();
  }

  @Test
  void refusesWhatIsNoUtf8() {
    var bytes = utf8("{\"a\":\"??\"}");

    bytes[6] = (byte) 0xc0;
    bytes[7] = (byte) 0xaf;

    assertThat(Json.readObject(bytes, 3)).isEmpty();
  }

  @Test
  void writesWhatItAndOthersReadAgain() throws Exception {
    var members = new LinkedHashMap<String, Object>();
    members.put("text", "a\"\\/\b\n\u0000é😀</script>");
    members.put("number", 1_790_000_000L);
    members.put("int", 5);
    members.put("yes", true);
    members.put("list", List.of("a", "b"));
    members.put("map", Map.of("a", "b"));

    var json = Json.write(members);

    assertThat(json)
        .isEqualTo(
            "{\"text\":\"a\\\"\\\\/\\u0008\\u000a\\u0000é😀</script>\",\"number\":1790000000,"
                + "\"int\":5,\"yes\":true,\"list\":[\"a\",\"b\"],\"map\":{\"a\":\"b\"}}");
    assertThat(JSONObjectUtils.parse(json)).containsEntry("text", members.get("text"));
    assertThat(Json.readObject(utf8(json), 2).orElseThrow())
        .containsEntry("text", "a\"\\/\b\n\u0000é😀</script>")
        .containsEntry("int", 5L);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
