package dev.latchkey.rest.server;

import dev.latchkey.domain.Violation;
import dev.latchkey.rest.json.InvalidRequest;
import dev.latchkey.rest.problem.ProblemCode;
import dev.latchkey.rest.problem.Problems;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import org.jspecify.annotations.Nullable;

/// Refuses what is ambiguous about a request whatever it asks for: a parameter given twice, a body
/// that does not say what it is, a packed body.
@ServerFilter(patterns = ServerFilter.MATCH_ALL_PATTERN, appendContextPath = false)
final class RequestForm implements Ordered {

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE + 100;
  }

  @RequestFilter
  @Nullable HttpResponse<?> check(HttpRequest<?> request) {
    if (request.getUri().getRawQuery() != null && hasTwice(request)) {
      throw new InvalidRequest(
          "query", Violation.Code.CONFLICTING_FIELDS, "Give each parameter once.");
    }
    return needsBody(request) && !saysWhatItIs(request)
        ? Problems.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE)
        : null;
  }

  private static boolean hasTwice(HttpRequest<?> request) {
    return request.getParameters().asMap().values().stream().anyMatch(values -> values.size() > 1);
  }

  private static boolean needsBody(HttpRequest<?> request) {
    return request.getMethod().requiresRequestBody()
        && RouteAttributes.getRouteInfo(request)
            .filter(route -> route.getRequestBodyType().isPresent())
            .isPresent();
  }

  private static boolean saysWhatItIs(HttpRequest<?> request) {
    return request.getContentType().isPresent()
        && !request.getHeaders().contains(HttpHeaders.CONTENT_ENCODING);
  }
}
