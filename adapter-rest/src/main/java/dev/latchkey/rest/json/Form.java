package dev.latchkey.rest.json;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The parameters of an `application/x-www-form-urlencoded` body, each at most once (RFC 6749
/// section 3.2).
public final class Form {
  private final Map<String, String> parameters;

  private Form(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  /// Reads a form.
  ///
  /// @param body null where nothing was sent
  /// @throws MalformedRequest where a parameter is repeated or badly encoded
  public static Form read(@Nullable String body) {
    var parameters = new HashMap<String, String>();
    for (var pair : Objects.requireNonNullElse(body, "").split("&", -1)) {
      var equals = pair.indexOf('=');
      var name = decode(equals < 0 ? pair : pair.substring(0, equals));
      var value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (!name.isEmpty() && parameters.put(name, value) != null) {
        throw new MalformedRequest("A form parameter is repeated.");
      }
    }
    return new Form(parameters);
  }

  /// A parameter's value. One that is sent without a value counts as not sent (RFC 6749 section
  /// 3.1).
  public Optional<String> find(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
  }

  /// A parameter's value, also where it is empty.
  public Optional<String> findAny(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  private static String decode(String text) {
    try {
      var decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
      if (decoded.indexOf('\uFFFD') >= 0) {
        throw new MalformedRequest("The form is not well-formed UTF-8.");
      }
      return decoded;
    } catch (IllegalArgumentException badEscape) {
      throw new MalformedRequest("The form is not well encoded.");
    }
  }
}
