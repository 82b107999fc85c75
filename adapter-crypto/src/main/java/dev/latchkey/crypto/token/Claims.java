package dev.latchkey.crypto.token;

import com.nimbusds.jose.shaded.gson.Strictness;
import com.nimbusds.jose.shaded.gson.stream.JsonReader;
import com.nimbusds.jose.shaded.gson.stream.JsonToken;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// The members of a JOSE header or claims set, read strictly: one flat JSON object (RFC 8259) in
/// valid UTF-8, no name twice, values that are strings, whole numbers or lists of strings. Each
/// getter is empty where the member is absent or of another type.
final class Claims {
  private static final Pattern WHOLE = Pattern.compile("0|[1-9]\\d{0,11}");

  private final Map<String, Object> members;

  private Claims(Map<String, Object> members) {
    this.members = members;
  }

  static Optional<Claims> read(byte[] json) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
      if (!text.startsWith("{")) {
        // The reader would skip a byte order mark.
        return Optional.empty();
      }
      try (var reader = new JsonReader(new StringReader(text))) {
        reader.setStrictness(Strictness.STRICT);
        return Optional.of(new Claims(readObject(reader)));
      }
    } catch (IOException | IllegalStateException | NumberFormatException notStrict) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> readObject(JsonReader reader) throws IOException {
    var members = new LinkedHashMap<String, Object>();
    reader.beginObject();
    while (reader.hasNext()) {
      if (members.put(reader.nextName(), readValue(reader)) != null) {
        throw new IOException("a name stands twice");
      }
    }
    reader.endObject();
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw new IOException("something follows");
    }
    return members;
  }

  private static Object readValue(JsonReader reader) throws IOException {
    if (reader.peek() == JsonToken.NUMBER) {
      return readNumber(reader.nextString());
    }
    return reader.peek() == JsonToken.BEGIN_ARRAY ? readTexts(reader) : readText(reader);
  }

  private static Object readNumber(String digits) throws IOException {
    if (!WHOLE.matcher(digits).matches()) {
      throw new IOException("not a whole number of seconds");
    }
    return Long.valueOf(digits);
  }

  private static List<String> readTexts(JsonReader reader) throws IOException {
    var texts = new ArrayList<String>();
    reader.beginArray();
    while (reader.hasNext()) {
      texts.add(readText(reader));
    }
    reader.endArray();
    return texts;
  }

  private static String readText(JsonReader reader) throws IOException {
    if (reader.peek() != JsonToken.STRING) {
      throw new IOException("not a string");
    }
    return reader.nextString();
  }

  /// Writes members in their order.
  static String write(Map<String, Object> members) {
    return JSONObjectUtils.toJSONString(members);
  }

  Set<String> names() {
    return members.keySet();
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(members.get(name))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  /// A string, or the strings of a list.
  List<String> texts(String name) {
    if (members.get(name) instanceof List<?> list) {
      return list.stream().map(String.class::cast).toList();
    }
    return text(name).stream().toList();
  }

  /// A UUID in its canonical, lower-case form.
  Optional<UUID> uuid(String name) {
    return text(name).filter(text -> text.length() == 36).flatMap(Claims::parseUuid);
  }

  private static Optional<UUID> parseUuid(String text) {
    try {
      return Optional.of(UUID.fromString(text)).filter(uuid -> uuid.toString().equals(text));
    } catch (IllegalArgumentException notUuid) {
      return Optional.empty();
    }
  }

  /// A NumericDate in whole seconds (RFC 7519 section 2).
  Optional<Instant> instant(String name) {
    return Optional.ofNullable(members.get(name))
        .filter(Long.class::isInstance)
        .map(seconds -> Instant.ofEpochSecond((Long) seconds));
  }
}
