package dev.latchkey.rest.security;

import io.micronaut.web.router.RouteInfo;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What each route's annotations say, read once.
@Singleton
final class AccessByRoute {
  private final Map<RouteInfo<?>, Access> byRoute = new ConcurrentHashMap<>();

  Access to(RouteInfo<?> route) {
    var known = byRoute.get(route);
    return known == null ? byRoute.computeIfAbsent(route, Access::to) : known;
  }
}
