package dev.latchkey.bootstrap.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.latchkey.application.admin.UserLine;
import dev.latchkey.domain.password.PasswordHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one line: a flat JSON object of known members, each at most once. Whatever else there is
/// refuses the line, so that nothing is lost unseen.
final class UserJson {
  private static final Set<String> TEXTS =
      Set.of(
          "id",
          "email",
          "username",
          "name",
          "image_url",
          "role",
          "created_at",
          "updated_at",
          "last_login",
          "password_hash");
  private static final Set<String> FLAGS = Set.of("is_active", "is_verified");
  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32).build())
          .build();

  private UserJson() {}

  static UserLine read(long number, byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      var isMarked = number == 1 && text.startsWith(BYTE_ORDER_MARK);
      return line(number, members(isMarked ? text.substring(1) : text));
    } catch (CharacterCodingException notUtf8) {
      return new UserLine.Unreadable(number, "Not well-formed UTF-8.");
    } catch (Fault fault) {
      return new UserLine.Unreadable(number, fault.getMessage());
    } catch (IOException notJson) {
      return new UserLine.Unreadable(number, "Not well-formed JSON, or a member given twice.");
    }
  }

  private static UserLine line(long number, Map<String, @Nullable Object> members) {
    var hash = text(members, "password_hash");
    return new UserLine.Given(
        number,
        text(members, "id"),
        text(members, "email"),
        text(members, "username"),
        text(members, "name"),
        text(members, "image_url"),
        text(members, "role"),
        (Boolean) members.get("is_active"),
        (Boolean) members.get("is_verified"),
        text(members, "created_at"),
        text(members, "updated_at"),
        text(members, "last_login"),
        hash == null ? null : new PasswordHash(hash));
  }

  private static @Nullable String text(Map<String, @Nullable Object> members, String name) {
    return (String) members.get(name);
  }

  private static Map<String, @Nullable Object> members(String text) throws IOException {
    try (var parser = FACTORY.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new Fault("Not a JSON object.");
      }
      var members = new HashMap<String, @Nullable Object>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var name = parser.currentName();
        members.put(name, value(name, parser));
      }
      if (parser.nextToken() != null) {
        throw new Fault("More than one JSON object.");
      }
      return members;
    }
  }

  private static @Nullable Object value(String name, JsonParser parser) throws IOException {
    var isText = TEXTS.contains(name);
    if (!isText && !FLAGS.contains(name)) {
      throw new Fault("There is no member " + quotable(name) + ".");
    }
    return switch (parser.nextToken()) {
      case VALUE_NULL -> null;
      case VALUE_STRING -> {
        require(isText, name + " must be true or false.");
        yield parser.getText();
      }
      case VALUE_TRUE, VALUE_FALSE -> {
        require(!isText, name + " must be a string.");
        yield parser.getBooleanValue();
      }
      default -> throw new Fault(name + " must be " + (isText ? "a string." : "true or false."));
    };
  }

  private static void require(boolean holds, String otherwise) throws Fault {
    if (!holds) {
      throw new Fault(otherwise);
    }
  }

  /// A name may be anything, even a secret in the wrong place: only a plain one is given back.
  private static String quotable(String name) {
    return name.matches("[A-Za-z0-9_.-]{1,32}") ? name : "of that name";
  }

  /// What is wrong, in a sentence.
  private static final class Fault extends IOException {
    private static final long serialVersionUID = 1L;

    private Fault(String message) {
      super(message);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
