package dev.latchkey.verifier.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// JSON (RFC 8259) as strings, numbers, booleans, lists, maps and [#NULL].
public final class Json {
  /// Stands for `null`.
  public static final Object NULL = new Object();

  private Json() {}

  /// One object and nothing more, of valid UTF-8 without a byte order mark. Whole numbers below
  /// 10^18 are `Long`, all others `Double`. The result is unmodifiable.
  ///
  /// @param maxDepth how many objects and lists may stand in each other
  public static Optional<Map<String, Object>> readObject(byte[] json, int maxDepth) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
      return Optional.of(new JsonText(text, maxDepth).readDocument());
    } catch (CharacterCodingException | NotJson notStrict) {
      return Optional.empty();
    }
  }

  /// Writes the members of a map and the elements of a list in their order.
  public static String write(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(member -> quote(member.getKey().toString()) + ":" + write(member.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof Iterable<?> list) {
      return StreamSupport.stream(list.spliterator(), false)
          .map(Json::write)
          .collect(Collectors.joining(",", "[", "]"));
    }
    return value instanceof Long || value instanceof Integer || value instanceof Boolean
        ? value.toString()
        : quote((String) value);
  }

  private static String quote(String text) {
    var quoted = new StringBuilder(text.length() + 2).append('"');
    for (var i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      if (character < ' ') {
        quoted.append("\\u%04x".formatted((int) character));
      } else if (character == '"' || character == '\\') {
        quoted.append('\\').append(character);
      } else {
        quoted.append(character);
      }
    }
    return quoted.append('"').toString();
  }
}
