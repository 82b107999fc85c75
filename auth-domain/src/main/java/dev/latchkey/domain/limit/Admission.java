package dev.latchkey.domain.limit;

import java.time.Duration;

/// Whether an attempt may go on.
public sealed interface Admission {

  /// It may, and was counted.
  record Admitted() implements Admission {}

  /// It may not, and was not counted.
  ///
  /// @param by the limit that is used up; of several, the one that stays so longest
  /// @param retryAfter when the next attempt may go on, as things stand
  record Refused(Claim by, Duration retryAfter) implements Admission {}
}
