package dev.latchkey.rest.limit;

import dev.latchkey.domain.limit.Claim;
import dev.latchkey.domain.limit.LimitName;
import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.domain.limit.Source;
import dev.latchkey.rest.security.ClientAddress;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;

/// What the last line counts of an address.
@Singleton
public final class RequestCount {
  private final NodeLimits limits;
  private final LimitPolicy policy;

  RequestCount(NodeLimits limits, LimitPolicy policy) {
    this.limits = limits;
    this.policy = policy;
  }

  /// Counts a call no longer that came from somebody who is trusted.
  public void giveBack(HttpRequest<?> http) {
    var claims = policy.claims(new Source(ClientAddress.of(http)), LimitName.REQUESTS);
    limits.settle(List.of(), claims.stream().map(Claim::key).toList());
  }
}
