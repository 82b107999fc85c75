package dev.latchkey.application.limit;

import dev.latchkey.domain.limit.AccountKey;
import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.domain.limit.PasswordClaims;
import dev.latchkey.domain.limit.Source;
import dev.latchkey.domain.port.RateLimits;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.user.UserId;
import java.util.List;

/// Forgets the wrong passwords of a user who has shown by other means who they are.
public final class ReopenPassword {
  private final RateLimits limits;
  private final LimitPolicy policy;

  public ReopenPassword(RateLimits limits, LimitPolicy policy) {
    this.limits = limits;
    this.policy = policy;
  }

  /// Lets the user log in at once, from where they are and from anywhere else, as after a password
  /// reset. The limits of addresses stay.
  public void reopen(UserId user, Client client) {
    var account = AccountKey.of(user);
    var source = new Source(client);
    try {
      for (var known : List.of(true, false)) {
        limits.settle(PasswordClaims.of(policy, account, source, known).forgotten(), List.of());
      }
    } catch (Unavailable lost) {
      // What the user did is done all the same; they may have to wait before they log in.
      return;
    }
  }
}
