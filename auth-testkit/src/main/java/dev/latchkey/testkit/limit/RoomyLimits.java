package dev.latchkey.testkit.limit;

import dev.latchkey.domain.limit.Limit;
import dev.latchkey.domain.limit.LimitName;
import dev.latchkey.domain.limit.LimitPolicy;
import java.time.Duration;

/// Limits for tests whose callers all come from one address.
public final class RoomyLimits {
  private static final Limit ROOMY = new Limit(1_000_000, Duration.ofHours(1));

  private RoomyLimits() {}

  /// The limits of accounts as they are by default; those of addresses, sessions and tokens out of
  /// the way.
  public static LimitPolicy ofAddresses() {
    var policy = LimitPolicy.standard();
    for (var name : LimitName.values()) {
      policy = name.isTold() ? policy.with(name, ROOMY) : policy;
    }
    return policy;
  }

  /// Those of accounts out of the way too, for crowds that log in with one account.
  public static LimitPolicy ofAccounts() {
    var policy = LimitPolicy.standard();
    for (var name : LimitName.values()) {
      policy = policy.with(name, ROOMY);
    }
    return policy;
  }
}
