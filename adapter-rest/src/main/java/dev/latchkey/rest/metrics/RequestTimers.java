package dev.latchkey.rest.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// How long requests take, by route template and class of status. Neither a path nor a method that
/// somebody made up becomes a label: all that no route takes is `unmatched`.
@Singleton
public final class RequestTimers {
  private static final String NAME = "http.server.requests";
  private static final int CLASSES = 6;
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5)
  };

  private final MeterRegistry registry;
  private final Map<RouteInfo<?>, Timer[]> timers = new ConcurrentHashMap<>();
  private final Timer[] unmatched = new Timer[CLASSES];

  RequestTimers(MeterRegistry registry) {
    this.registry = registry;
  }

  /// Notes a request that was answered.
  ///
  /// @param route null where none took it
  public void record(@Nullable RouteInfo<?> route, int status, long nanos) {
    var classes =
        route == null ? unmatched : timers.computeIfAbsent(route, _ -> new Timer[CLASSES]);
    var index = status >= 100 && status < 600 ? status / 100 : 0;
    var timer = classes[index];
    if (timer == null) {
      // Two at once get the same one from the registry.
      timer = timer(route, index);
      classes[index] = timer;
    }
    timer.record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(@Nullable RouteInfo<?> route, int index) {
    return Timer.builder(NAME)
        .description("Requests that were answered")
        .tag("method", route instanceof UriRouteInfo<?, ?> uri ? uri.getHttpMethodName() : "any")
        .tag("route", template(route))
        .tag("status", index == 0 ? "unknown" : index + "xx")
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  /// The template of a route, such as `/users/{id}`.
  public static String template(@Nullable RouteInfo<?> route) {
    return route instanceof UriRouteInfo<?, ?> uri
        ? uri.getUriMatchTemplate().toPathString()
        : "unmatched";
  }
}
