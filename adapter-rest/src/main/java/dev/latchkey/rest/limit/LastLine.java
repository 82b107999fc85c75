package dev.latchkey.rest.limit;

import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.limit.LimitName;
import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.domain.limit.Source;
import dev.latchkey.rest.security.ClientAddress;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Stops an address that calls too often, whatever it calls. Counted on each node by itself, since
/// a write for each call would cost more than most calls do. Probes are let through: a node that
/// lives must be able to say so.
@ServerFilter(patterns = ServerFilter.MATCH_ALL_PATTERN, appendContextPath = false)
final class LastLine implements Ordered {
  private final NodeLimits limits;
  private final LimitPolicy policy;
  private final InstantSource clock;
  private final Throttled throttled;

  LastLine(NodeLimits limits, LimitPolicy policy, InstantSource clock, Throttled throttled) {
    this.limits = limits;
    this.policy = policy;
    this.clock = clock;
    this.throttled = throttled;
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE + 60;
  }

  @RequestFilter
  @Nullable HttpResponse<?> check(HttpRequest<?> request) {
    if (isProbe(request.getPath())) {
      return null;
    }
    var claims = policy.claims(new Source(ClientAddress.of(request)), LimitName.REQUESTS);
    return limits.admit(claims, clock.instant()) instanceof Admission.Refused refused
        ? throttled.answer(refused)
        : null;
  }

  private static boolean isProbe(String path) {
    return path.endsWith("/health/liveness") || path.endsWith("/health/readiness");
  }
}
