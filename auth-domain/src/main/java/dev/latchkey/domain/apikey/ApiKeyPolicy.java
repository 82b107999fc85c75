package dev.latchkey.domain.apikey;

import java.time.Duration;

/// How many keys there may be, and for how long.
///
/// @param maxPerUser how many of a user may live at once
/// @param lifetime of a key whose user says nothing else
/// @param maxLifetime of any key
public record ApiKeyPolicy(int maxPerUser, Duration lifetime, Duration maxLifetime) {

  public ApiKeyPolicy {
    if (maxPerUser < 1) {
      throw new IllegalArgumentException("a user must be allowed a key");
    }
    if (lifetime.isZero() || lifetime.isNegative() || lifetime.compareTo(maxLifetime) > 0) {
      throw new IllegalArgumentException("a key must live for a while, and not for too long");
    }
  }

  /// 25 keys, of 90 days, of at most 366.
  public static ApiKeyPolicy standard() {
    return new ApiKeyPolicy(25, Duration.ofDays(90), Duration.ofDays(366));
  }
}
