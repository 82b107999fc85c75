package dev.latchkey.rest.security;

import dev.latchkey.application.audit.NoteDenial;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.rest.metrics.RequestTimers;
import dev.latchkey.rest.problem.ProblemCode;
import dev.latchkey.rest.problem.Problems;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;

/// Answers callers who may not make a call: 403 for those who are known, 401 for those who are not,
/// with an error in the challenge only where a token was sent, and 400 for credentials that nobody
/// can read (RFC 6750 section 3). An API key that is not for the call is told what it would need.
/// Those who are known are noted in the audit; this is called on the thread that looked up who they
/// are, which may wait for the database.
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class AccessRefusals
    implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {
  private final NoteDenial noteDenial;

  AccessRefusals(NoteDenial noteDenial) {
    this.noteDenial = noteDenial;
  }

  @Override
  @SuppressWarnings("rawtypes") // The framework's interface has it so.
  public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException refusal) {
    if (refusal.isForbidden()) {
      return denied(request);
    }
    return Problems.of(
        switch (BearerHeader.of(request.getHeaders())) {
          case ABSENT -> ProblemCode.AUTHENTICATION_REQUIRED;
          case WELL_FORMED -> ProblemCode.INVALID_TOKEN;
          case MALFORMED -> ProblemCode.MALFORMED_REQUEST;
        });
  }

  private MutableHttpResponse<?> denied(HttpRequest<?> request) {
    var route = RouteAttributes.getRouteInfo(request).orElse(null);
    var what = request.getMethodName() + " " + RequestTimers.template(route);
    var caller =
        request.getUserPrincipal(CallerAuthentication.class).map(CallerAuthentication::caller);
    try {
      caller.ifPresent(known -> noteDenial.note(known, what));
      return caller.filter(known -> ApiKeyRule.isOutOfScope(request, known)).isPresent()
          ? Problems.insufficientScope(ApiKeyRule.scopeOf(request))
          : Problems.of(ProblemCode.FORBIDDEN);
    } catch (Unavailable e) {
      return Problems.unavailable(ProblemCode.SERVICE_UNAVAILABLE, e.retryAfter());
    }
  }
}
