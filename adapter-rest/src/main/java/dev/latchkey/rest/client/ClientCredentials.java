package dev.latchkey.rest.client;

import dev.latchkey.rest.json.Form;
import io.micronaut.http.HttpHeaders;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a client shows, in one of the two ways of RFC 6749 section 2.3.1.
sealed interface ClientCredentials {

  /// An id and a secret, whatever they are worth.
  record Shown(String id, String secret) implements ClientCredentials {
    @Override
    public String toString() {
      return "Shown[" + id + ", ***]";
    }
  }

  /// Nothing, or nothing that can be read.
  record None() implements ClientCredentials {}

  /// More than one way at once, which nobody must do.
  record Twofold() implements ClientCredentials {}

  /// The scheme, then credentials of which nothing is known yet.
  Pattern BASIC = Pattern.compile("(?i)basic +([A-Za-z0-9+/]+={0,2})");

  /// Reads the credentials of a request.
  static ClientCredentials of(HttpHeaders headers, Form form) {
    var id = form.find("client_id");
    var secret = form.find("client_secret");
    var sent = headers.getAll(HttpHeaders.AUTHORIZATION);
    if (sent.isEmpty()) {
      return id.isPresent() && secret.isPresent() ? new Shown(id.get(), secret.get()) : new None();
    }
    if (sent.size() > 1 || secret.isPresent()) {
      return new Twofold();
    }
    var shown = basic(sent.get(0));
    if (shown.isPresent() && id.isPresent() && !id.get().equals(shown.get().id())) {
      return new Twofold();
    }
    return shown.<ClientCredentials>map(found -> found).orElseGet(None::new);
  }

  private static Optional<Shown> basic(String header) {
    var form = BASIC.matcher(header);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      var bytes = Base64.getDecoder().decode(form.group(1));
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      var colon = text.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(
              new Shown(decode(text.substring(0, colon)), decode(text.substring(colon + 1))));
    } catch (CharacterCodingException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /// Both parts are form-encoded inside of it; ours have no character that this would change.
  private static String decode(String part) {
    return URLDecoder.decode(part, StandardCharsets.UTF_8);
  }
}
