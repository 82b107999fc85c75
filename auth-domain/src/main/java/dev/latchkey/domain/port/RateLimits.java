package dev.latchkey.domain.port;

import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.limit.Claim;
import dev.latchkey.domain.limit.LimitKey;
import java.time.Instant;
import java.util.List;

/// Counts attempts. What it did holds when a method returns, whatever becomes of the work that the
/// attempt was for. Times come from the callers and are kept in microseconds. A counter that would
/// start anew anyway may be removed at any time. Every method may throw [Unavailable].
public interface RateLimits {

  /// Counts one attempt against every claim, or against none where one of them is used up. Of any
  /// number of attempts at once no more are admitted than each claim allows.
  ///
  /// @param claims with keys that differ; none are always admitted
  Admission admit(List<Claim> claims, Instant now);

  /// Forgets the counters of some keys, and takes one attempt back from those of others. Keys that
  /// were never counted are no error.
  void settle(List<LimitKey> forgotten, List<LimitKey> released);
}
