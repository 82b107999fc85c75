package dev.latchkey.testkit.limit;

import dev.latchkey.domain.port.RateLimits;

class InMemoryRateLimitsTest implements RateLimitsContract {
  private final RateLimits limits = new InMemoryRateLimits();

  @Override
  public RateLimits limits() {
    return limits;
  }
}
