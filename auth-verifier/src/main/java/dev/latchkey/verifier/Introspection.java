package dev.latchkey.verifier;

import dev.latchkey.verifier.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/// Asks the issuer whether a token is still good (RFC 7662).
final class Introspection {
  private static final int MAX_DEPTH = 8;

  private final Http http;
  private final URI uri;
  private final String authorization;

  Introspection(Http http, URI uri, String client, String secret) {
    this.http = http;
    this.uri = uri;
    authorization = "Basic " + base64(encode(client) + ":" + encode(secret));
  }

  /// Asks by one request.
  ///
  /// @throws IntrospectionUnavailableException where there is no clear answer
  boolean isActive(String token) {
    var form = "token=" + encode(token) + "&token_type_hint=access_token";
    var request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", authorization)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    try {
      return readActive(Http.await(http.send(request)).body())
          .orElseThrow(() -> new IntrospectionUnavailableException(null));
    } catch (ExecutionException noAnswer) {
      throw new IntrospectionUnavailableException(noAnswer.getCause());
    }
  }

  private static Optional<Boolean> readActive(byte[] answer) {
    return Json.readObject(answer, MAX_DEPTH)
        .map(members -> members.get("active"))
        .filter(Boolean.class::isInstance)
        .map(Boolean.class::cast);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }
}
