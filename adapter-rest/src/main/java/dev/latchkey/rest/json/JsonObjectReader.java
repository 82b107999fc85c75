package dev.latchkey.rest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a flat JSON object and nothing else: no duplicate names, no trailing text, no malformed
/// UTF-8, no half surrogate pairs. Of nested values only lists of strings are read; others are
/// noted as such.
final class JsonObjectReader {
  /// What stands for any other array or object, which no request of ours has.
  static final Object NESTED = new Object();

  private static final int MAX_MEMBERS = 32;
  private static final int MAX_DEPTH = 32;
  private static final int MAX_STRING = 16 * 1024;
  private static final int MAX_NUMBER = 32;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_STRING)
                  .maxNumberLength(MAX_NUMBER)
                  .maxNameLength(256)
                  .build())
          .build();

  private JsonObjectReader() {}

  static Map<String, @Nullable Object> read(byte[] body) {
    try (var parser = FACTORY.createParser(strictUtf8(body))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedRequest("The body must be a JSON object.");
      }
      var members = members(parser);
      if (parser.nextToken() != null) {
        throw new MalformedRequest("The body must be one JSON object.");
      }
      return members;
    } catch (IOException notJson) {
      throw new MalformedRequest("The body is not well-formed JSON.");
    }
  }

  private static Map<String, @Nullable Object> members(JsonParser parser) throws IOException {
    var members = new LinkedHashMap<String, @Nullable Object>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var name = text(parser.currentName());
      members.put(name, value(parser));
      if (members.size() > MAX_MEMBERS) {
        throw new MalformedRequest("The body has too many members.");
      }
    }
    return members;
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.nextToken()) {
      case VALUE_STRING -> text(parser.getText());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case START_OBJECT -> {
        parser.skipChildren();
        yield NESTED;
      }
      case START_ARRAY -> list(parser);
      default -> parser.getNumberValue();
    };
  }

  private static Object list(JsonParser parser) throws IOException {
    var texts = new ArrayList<String>();
    var isOfTexts = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.VALUE_STRING) {
        texts.add(text(parser.getText()));
      } else {
        isOfTexts = false;
        parser.skipChildren();
      }
    }
    return isOfTexts ? List.copyOf(texts) : NESTED;
  }

  private static String text(String value) {
    if (value.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      throw new MalformedRequest("The body holds half a surrogate pair.");
    }
    return value;
  }

  private static Reader strictUtf8(byte[] body) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return new InputStreamReader(new ByteArrayInputStream(body), decoder);
  }
}
