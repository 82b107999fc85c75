package dev.latchkey.rest.log;

import dev.latchkey.rest.metrics.RequestTimers;
import dev.latchkey.rest.problem.RequestInLog;
import dev.latchkey.rest.security.ClientAddress;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteInfo;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One line for each request, where `latchkey.access-log` is `on`. Nothing in it is the client's
/// word: the route's template, not the path.
@Singleton
public final class AccessLog {
  private static final Logger LOG = LoggerFactory.getLogger("dev.latchkey.access");
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final boolean on;

  AccessLog(@Value("${latchkey.access-log:off}") String setting) {
    on = setting.equals("on");
  }

  /// Notes a request that was answered.
  ///
  /// @param route null where none took it
  public void record(HttpRequest<?> request, @Nullable RouteInfo<?> route, int status, long nanos) {
    if (on) {
      RequestInLog.of(request).around(() -> write(request, route, status, nanos));
    }
  }

  private static void write(
      HttpRequest<?> request, @Nullable RouteInfo<?> route, int status, long nanos) {
    LOG.atInfo()
        .addKeyValue("method", request.getMethod())
        .addKeyValue("route", RequestTimers.template(route))
        .addKeyValue("status", status)
        .addKeyValue("duration_ms", nanos / NANOS_PER_MILLI)
        .addKeyValue("address", MaskedAddress.of(ClientAddress.of(request).ip()))
        .log("request");
  }
}
