package dev.latchkey.rest.server;

import dev.latchkey.rest.problem.ProblemCode;
import dev.latchkey.rest.problem.Problems;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.cors.CorsFilter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lets pages of other origins call us: exactly those of `latchkey.cors-origins`, compared letter
/// by letter, and never with cookies, of which there are none. By default no page may.
@ServerFilter(patterns = ServerFilter.MATCH_ALL_PATTERN, appendContextPath = false)
@Replaces(CorsFilter.class)
final class CorsOrigins implements Ordered {
  private static final String EXPOSED =
      "ETag, Latchkey-Refresh, Link, Location, RateLimit, RateLimit-Policy, Retry-After,"
          + " WWW-Authenticate, X-Request-Id";

  private final Set<String> origins;

  CorsOrigins(@Value("${latchkey.cors-origins:}") List<String> origins) {
    this.origins = origins.stream().filter(origin -> !origin.isBlank()).collect(Collectors.toSet());
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE + 50;
  }

  @RequestFilter
  @Nullable HttpResponse<?> preflight(HttpRequest<?> request) {
    if (!isPreflight(request)) {
      return null;
    }
    var answer = isAllowed(request) ? allowance() : Problems.of(ProblemCode.FORBIDDEN);
    // What a filter answers itself does not pass its own response half.
    mark(request, answer);
    return answer;
  }

  @ResponseFilter
  void mark(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (origins.isEmpty()) {
      return;
    }
    response.header(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    // What is public says so itself, and two allowances are none (Fetch section 4.9).
    if (isAllowed(request)
        && !response.getHeaders().contains(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)) {
      response
          .header(
              HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, request.getHeaders().get(HttpHeaders.ORIGIN))
          .header(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
    }
  }

  private static MutableHttpResponse<?> allowance() {
    return HttpResponse.noContent()
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, PATCH, DELETE")
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Authorization, Content-Type, If-Match")
        .header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600");
  }

  private boolean isAllowed(HttpRequest<?> request) {
    var sent = request.getHeaders().getAll(HttpHeaders.ORIGIN);
    return sent.size() == 1 && origins.contains(sent.get(0));
  }

  private static boolean isPreflight(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.OPTIONS
        && request.getHeaders().contains(HttpHeaders.ORIGIN)
        && request.getHeaders().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
  }
}
