package dev.latchkey.verifier.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

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
    var json = new StringBuilder(256);
    write(value, json);
    return json.toString();
  }

  private static void write(Object value, StringBuilder json) {
    if (value instanceof Map<?, ?> map) {
      var open = json.append('{').length();
      for (var member : map.entrySet()) {
        quote(member.getKey().toString(), json.length() == open ? json : json.append(','));
        write(member.getValue(), json.append(':'));
      }
      json.append('}');
    } else if (value instanceof Iterable<?> list) {
      var open = json.append('[').length();
      for (var element : list) {
        write(element, json.length() == open ? json : json.append(','));
      }
      json.append(']');
    } else if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
      json.append(value);
    } else {
      quote((String) value, json);
    }
  }

  private static void quote(String text, StringBuilder json) {
    json.append('"');
    for (var i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      if (character < ' ') {
        json.append("\\u%04x".formatted((int) character));
      } else if (character == '"' || character == '\\') {
        json.append('\\').append(character);
      } else {
        json.append(character);
      }
    }
    json.append('"');
  }
}
