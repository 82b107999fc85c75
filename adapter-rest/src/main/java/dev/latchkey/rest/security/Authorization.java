package dev.latchkey.rest.security;

import dev.latchkey.application.session.Caller;
import dev.latchkey.rest.problem.ProblemCode;
import dev.latchkey.rest.problem.Problems;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.RouteAttributes;
import org.jspecify.annotations.Nullable;

/// Lets no call through that its route is not for: 403 for callers who are known, 401 for those who
/// are not, with an error in the challenge only where a token was sent, and 400 for credentials
/// that nobody can read (RFC 6750 section 3). An API key that is not for the call is told what it
/// would need. Waits for nothing: [Authentication] has noted in the audit whom this turns away.
@ServerFilter(patterns = ServerFilter.MATCH_ALL_PATTERN, appendContextPath = false)
final class Authorization implements Ordered {
  private final AccessByRoute accessByRoute;

  Authorization(AccessByRoute accessByRoute) {
    this.accessByRoute = accessByRoute;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.order();
  }

  @RequestFilter
  @Nullable HttpResponse<?> authorize(HttpRequest<?> request) {
    var route = RouteAttributes.getRouteInfo(request).orElse(null);
    if (route == null) {
      return null;
    }
    var access = accessByRoute.to(route);
    var caller = RequestCaller.of(request).orElse(null);
    if (access.admits(caller)) {
      return null;
    }
    return caller == null ? unknown(request) : denied(access, caller);
  }

  private static HttpResponse<?> unknown(HttpRequest<?> request) {
    return Problems.of(
        switch (BearerHeader.of(request.getHeaders())) {
          case ABSENT -> ProblemCode.AUTHENTICATION_REQUIRED;
          case WELL_FORMED -> ProblemCode.INVALID_TOKEN;
          case MALFORMED -> ProblemCode.MALFORMED_REQUEST;
        });
  }

  private static HttpResponse<?> denied(Access access, Caller caller) {
    return access.isOutOfScope(caller)
        ? Problems.insufficientScope(access.scope() == null ? null : access.scope().value())
        : Problems.of(ProblemCode.FORBIDDEN);
  }
}
