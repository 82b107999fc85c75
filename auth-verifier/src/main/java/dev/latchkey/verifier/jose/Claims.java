package dev.latchkey.verifier.jose;

import dev.latchkey.verifier.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The members of a JOSE header or claims set, read strictly: one flat JSON object (RFC 8259) in
/// valid UTF-8, no name twice, values that are strings, whole numbers or lists of strings. Each
/// getter is empty where the member is absent or of another type.
public final class Claims {
  private static final int FLAT = 2;
  private static final long MAX_NUMBER = 999_999_999_999L;

  private final Map<String, Object> members;

  private Claims(Map<String, Object> members) {
    this.members = members;
  }

  static Optional<Claims> read(byte[] json) {
    return Json.readObject(json, FLAT)
        .filter(members -> members.values().stream().allMatch(Claims::isPlain))
        .map(Claims::new);
  }

  private static boolean isPlain(Object value) {
    return value instanceof String
        || (value instanceof Long number && number <= MAX_NUMBER)
        || (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance));
  }

  /// The names of all members.
  public Set<String> names() {
    return members.keySet();
  }

  /// All members, unmodifiable: a `String`, a `Long` or a list of strings each.
  public Map<String, Object> asMap() {
    return members;
  }

  /// A string.
  public Optional<String> text(String name) {
    return Optional.ofNullable(members.get(name))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  /// A string, or the strings of a list.
  public List<String> texts(String name) {
    if (members.get(name) instanceof List<?> list) {
      return list.stream().map(String.class::cast).toList();
    }
    return text(name).stream().toList();
  }

  /// A UUID in its canonical, lower-case form.
  public Optional<UUID> uuid(String name) {
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
  public Optional<Instant> instant(String name) {
    return Optional.ofNullable(members.get(name))
        .filter(Long.class::isInstance)
        .map(seconds -> Instant.ofEpochSecond((Long) seconds));
  }
}
