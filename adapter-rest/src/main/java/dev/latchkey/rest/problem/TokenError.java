package dev.latchkey.rest.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/// An error of the endpoints that OAuth 2 describes, in the form of RFC 6749 section 5.2.
@Serdeable(naming = SnakeCaseStrategy.class)
public record TokenError(String error, String errorDescription) {

  /// The grant, or the request, is refused.
  public static MutableHttpResponse<?> answer(String error, String description) {
    return HttpResponse.badRequest(new TokenError(error, description));
  }

  /// RFC 6749 knows no error for it; this name is of RFC 8628 section 3.5. The grant stays good.
  public static MutableHttpResponse<?> slowDown() {
    return HttpResponse.status(HttpStatus.TOO_MANY_REQUESTS)
        .body(new TokenError("slow_down", "Too often; try again after the time in Retry-After."));
  }

  /// RFC 6749 would have 400 here; 401 is what a browser's and a person's tools expect of a wrong
  /// password.
  public static MutableHttpResponse<?> wrongCredentials() {
    return HttpResponse.status(HttpStatus.UNAUTHORIZED)
        .body(new TokenError("invalid_grant", "Unknown login or wrong password."))
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
  }

  /// The client is not believed, whatever it showed, or showed nothing.
  public static MutableHttpResponse<?> invalidClient() {
    return HttpResponse.status(HttpStatus.UNAUTHORIZED)
        .body(new TokenError("invalid_client", "Unknown client, wrong secret, or none."))
        .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"latchkey\", charset=\"UTF-8\"");
  }
}
