package dev.latchkey.rest.server;

import dev.latchkey.rest.log.AccessLog;
import dev.latchkey.rest.metrics.RequestTimers;
import dev.latchkey.rest.problem.RequestInLog;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
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
  private final AccessLog accessLog;

  RequestWatch(RequestTimers timers, AccessLog accessLog) {
    this.timers = timers;
    this.accessLog = accessLog;
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @RequestFilter
  void begin(HttpRequest<?> request, MutablePropagatedContext context) {
    context.add(RequestInLog.of(request));
    request.setAttribute(BEGAN, System.nanoTime());
  }

  @ResponseFilter
  void end(HttpRequest<?> request, HttpResponse<?> response) {
    var now = System.nanoTime();
    var nanos = now - request.getAttribute(BEGAN, Long.class).orElse(now);
    var route = RouteAttributes.getRouteInfo(request).orElse(null);
    timers.record(route, response.code(), nanos);
    accessLog.record(request, route, response.code(), nanos);
  }
}
