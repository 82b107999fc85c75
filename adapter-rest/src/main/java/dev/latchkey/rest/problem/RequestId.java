package dev.latchkey.rest.problem;

import io.micronaut.http.HttpRequest;
import java.util.UUID;

/// The id by which an answer is found again in the log. Ours, never the client's.
public final class RequestId {
  private static final String ATTRIBUTE = "latchkey.request-id";

  private RequestId() {}

  /// The id of this request, made when first asked for.
  public static String of(HttpRequest<?> request) {
    return request
        .getAttribute(ATTRIBUTE, String.class)
        .orElseGet(() -> {
          var id = UUID.randomUUID().toString();
          request.setAttribute(ATTRIBUTE, id);
          return id;
        });
  }
}
