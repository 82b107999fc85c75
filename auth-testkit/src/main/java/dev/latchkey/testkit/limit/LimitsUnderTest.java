package dev.latchkey.testkit.limit;

import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.limit.Claim;
import dev.latchkey.domain.limit.Limit;
import dev.latchkey.domain.limit.LimitKey;
import dev.latchkey.domain.limit.LimitName;
import dev.latchkey.domain.port.RateLimits;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What a test of a counter of attempts gives to its contract.
public interface LimitsUnderTest {

  /// The counters, the same throughout a test.
  RateLimits limits();

  /// How often each race is run.
  default int rounds() {
    return 20;
  }

  /// A claim on a key that nobody else has.
  static Claim claim(Limit limit) {
    var name = LimitName.REQUESTS;
    return new Claim(name, limit, LimitKey.of(name, List.of(UUID.randomUUID().toString())));
  }

  /// Whether an attempt is admitted.
  default boolean isAdmitted(Instant now, Claim... claims) {
    return limits().admit(List.of(claims), now) instanceof Admission.Admitted;
  }

  /// How many attempts in a row are admitted, at most a hundred.
  default int countAdmitted(Instant now, Claim... claims) {
    var admitted = 0;
    while (admitted < 100 && isAdmitted(now, claims)) {
      admitted++;
    }
    return admitted;
  }
}
