package dev.latchkey.rest.security;

import dev.latchkey.application.session.Caller;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/// Keeps with a request who makes it.
final class RequestCaller {
  private static final String ATTRIBUTE = "latchkey.caller";

  private RequestCaller() {}

  static void note(HttpRequest<?> request, Caller caller) {
    request.setAttribute(ATTRIBUTE, caller);
  }

  static Optional<Caller> of(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, Caller.class);
  }
}
