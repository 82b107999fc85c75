package dev.latchkey.rest.security;

import dev.latchkey.domain.audit.Origin;
import dev.latchkey.rest.problem.RequestId;
import io.micronaut.http.HttpRequest;

/// Which request something came of, for the audit.
public final class RequestOrigin {
  private RequestOrigin() {}

  /// The request's id, which its answer and the log name too, and its client.
  public static Origin of(HttpRequest<?> request) {
    return new Origin(RequestId.of(request), ClientAddress.of(request));
  }
}
