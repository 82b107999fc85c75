package dev.latchkey.rest.limit;

import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.limit.LimitName;
import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.domain.limit.Source;
import dev.latchkey.domain.port.RateLimits;
import dev.latchkey.rest.security.ClientAddress;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.function.Supplier;

/// Counts the calls of a route by the address that they come from, for all nodes.
@Singleton
public final class AddressLimits {
  private final RateLimits limits;
  private final LimitPolicy policy;
  private final InstantSource clock;
  private final Throttled throttled;

  AddressLimits(RateLimits limits, LimitPolicy policy, InstantSource clock, Throttled throttled) {
    this.limits = limits;
    this.policy = policy;
    this.clock = clock;
    this.throttled = throttled;
  }

  /// Makes a call, unless there were too many from its address.
  public HttpResponse<?> limited(
      HttpRequest<?> http, LimitName name, Supplier<? extends HttpResponse<?>> call) {
    var claims = policy.claims(new Source(ClientAddress.of(http)), name);
    return limits.admit(claims, clock.instant()) instanceof Admission.Refused refused
        ? throttled.answer(refused)
        : call.get();
  }
}
