package dev.latchkey.application.limit;

import dev.latchkey.domain.limit.AccountKey;
import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.limit.LimitKey;
import dev.latchkey.domain.limit.LimitName;
import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.domain.limit.PasswordClaims;
import dev.latchkey.domain.limit.Source;
import dev.latchkey.domain.port.RateLimits;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.domain.session.Client;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Keeps passwords from being guessed: a step of each use case that checks one.
public final class LimitPasswords {
  private static final Duration KNOWN_FOR = Duration.ofDays(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  private final RateLimits limits;
  private final LimitPolicy policy;
  private final SessionStore sessions;
  private final InstantSource clock;

  /// @param sessions tell the networks that an account is known from: those from which a session of
  ///   it was opened within the last 30 days
  public LimitPasswords(
      RateLimits limits, LimitPolicy policy, SessionStore sessions, InstantSource clock) {
    this.limits = limits;
    this.policy = policy;
    this.sessions = sessions;
    this.clock = clock;
  }

  /// Checks a password, unless too many for the account or from the client were wrong of late. It
  /// is counted as wrong before it is checked, so that of any number of checks at once no more are
  /// run than are allowed; the right one takes that back and clears the account. Accounts that do
  /// not exist are counted like any other.
  ///
  /// @param check not called where the limit is reached
  /// @param right whether an outcome of the check is that of the right password
  /// @param throttled the outcome where the check is not to be made
  public <T> T limited(
      AccountKey account,
      Client client,
      Supplier<T> check,
      Predicate<T> right,
      Function<Admission.Refused, T> throttled) {
    if (policy.limits().isEmpty()) {
      return check.get();
    }
    var now = clock.instant();
    var source = new Source(client);
    var known = sessions.knows(account.user(), source.network(), now.minus(KNOWN_FOR));
    var claims = PasswordClaims.of(policy, account, source, known);
    var admission = limits.admit(claims.all(), now);
    return admission instanceof Admission.Refused refused
        ? throttled.apply(shortened(refused))
        : checked(claims, check, right);
  }

  private <T> T checked(PasswordClaims claims, Supplier<T> check, Predicate<T> right) {
    try {
      var outcome = check.get();
      if (right.test(outcome)) {
        settle(claims.forgotten(), claims.released());
      }
      return outcome;
    } catch (Unavailable unchecked) {
      settle(List.of(), PasswordClaims.keys(claims.all()));
      throw unchecked;
    }
  }

  /// A count too many is the lesser evil: the check has been made, and what came of it counts.
  private void settle(List<LimitKey> forgotten, List<LimitKey> released) {
    try {
      limits.settle(forgotten, released);
    } catch (Unavailable lost) {
      return;
    }
  }

  /// A closed password opens by a reset, not by waiting; nobody is told to wait for a year.
  private static Admission.Refused shortened(Admission.Refused refused) {
    return refused.by().name() == LimitName.LOGIN_CLOSE
            && refused.retryAfter().compareTo(LONGEST_WAIT) > 0
        ? new Admission.Refused(refused.by(), LONGEST_WAIT)
        : refused;
  }
}
