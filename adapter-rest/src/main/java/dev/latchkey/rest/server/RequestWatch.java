package dev.latchkey.rest.server;

import dev.latchkey.rest.metrics.RequestTimers;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;

/// Looks at each request from its arrival to its answer.
@ServerFilter(patterns = ServerFilter.MATCH_ALL_PATTERN, appendContextPath = false)
final class RequestWatch implements Ordered {
  private static final String BEGAN = "latchkey.began";

  private final RequestTimers timers;

  RequestWatch(RequestTimers timers) {
    this.timers = timers;
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @RequestFilter
  void begin(HttpRequest<?> request) {
    request.setAttribute(BEGAN, System.nanoTime());
  }

  @ResponseFilter
  void end(HttpRequest<?> request, HttpResponse<?> response) {
    var now = System.nanoTime();
    var nanos = now - request.getAttribute(BEGAN, Long.class).orElse(now);
    timers.record(RouteAttributes.getRouteInfo(request).orElse(null), response.code(), nanos);
  }
}
