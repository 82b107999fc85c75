package dev.latchkey.application.limit;

import dev.latchkey.domain.limit.AccountKey;
import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.limit.LimitName;
import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.domain.port.RateLimits;
import dev.latchkey.domain.user.UserId;
import java.time.InstantSource;
import java.util.List;

/// Keeps strangers from flooding a person's mailbox: a step of each use case that sends a link to
/// whoever asks.
public final class LimitMails {
  private final RateLimits limits;
  private final LimitPolicy policy;
  private final InstantSource clock;

  public LimitMails(RateLimits limits, LimitPolicy policy, InstantSource clock) {
    this.limits = limits;
    this.policy = policy;
    this.clock = clock;
  }

  /// Counts one more mail to this user, wherever it was asked for. Whoever asked must not be told
  /// the answer: it would tell that there is such a user.
  ///
  /// @return false where the user got enough of late
  public boolean admits(UserId user) {
    return policy
        .claim(LimitName.MAIL_ACCOUNT, AccountKey.of(user).name())
        .map(claim -> limits.admit(List.of(claim), clock.instant()))
        .map(Admission.Admitted.class::isInstance)
        .orElse(true);
  }
}
