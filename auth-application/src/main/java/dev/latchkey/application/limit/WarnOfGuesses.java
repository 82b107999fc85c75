package dev.latchkey.application.limit;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.limit.AccountKey;
import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.limit.Claim;
import dev.latchkey.domain.limit.Limit;
import dev.latchkey.domain.limit.LimitKey;
import dev.latchkey.domain.limit.LimitName;
import dev.latchkey.domain.limit.PasswordClaims;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.RateLimits;
import dev.latchkey.domain.port.TicketStore;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells a person that others try to guess their password: a step of the log-in.
public final class WarnOfGuesses {
  private static final Limit DAILY = new Limit(1, Duration.ofDays(1));

  private final TicketStore tickets;
  private final RateLimits limits;
  private final InstantSource clock;

  public WarnOfGuesses(TicketStore tickets, RateLimits limits, InstantSource clock) {
    this.tickets = tickets;
    this.limits = limits;
    this.clock = clock;
  }

  /// Sends the user a mail, one a day at most, where a log-in was stopped by a limit of the whole
  /// account. Where it was that which closes the password, the audit gets an event, one until the
  /// password is open again. Both are counted for accounts that do not exist too, so that the time
  /// it takes does not tell which do.
  ///
  /// @param user null where there is no such account
  public void warn(
      AccountKey account, @Nullable User user, Admission.Refused refused, Origin origin) {
    var now = clock.instant();
    var due =
        warnings(account, refused.by()).stream()
            .filter(warning -> limits.admit(List.of(warning), now) instanceof Admission.Admitted)
            .toList();
    if (user != null && !due.isEmpty()) {
      write(user, due, origin, now);
    }
  }

  /// What is to be said, each as the limit that keeps it from being said again.
  private static List<Claim> warnings(AccountKey account, Claim by) {
    var key = LimitKey.of(LimitName.LOGIN_ACCOUNT, List.of(account.name(), "said"));
    var tried = new Claim(LimitName.LOGIN_ACCOUNT, DAILY, key);
    return switch (by.name()) {
      case LOGIN_ACCOUNT -> List.of(tried);
      case LOGIN_CLOSE -> List.of(tried, closed(account, by));
      default -> List.of();
    };
  }

  private static Claim closed(AccountKey account, Claim by) {
    var once = new Limit(1, by.limit().window());
    return new Claim(LimitName.LOGIN_CLOSE, once, PasswordClaims.closed(account));
  }

  private void write(User user, List<Claim> due, Origin origin, Instant now) {
    try {
      tickets.issue(user, consequences(user, due, origin, now));
    } catch (Unavailable lost) {
      limits.settle(List.of(), PasswordClaims.keys(due));
      throw lost;
    }
  }

  private static Consequences consequences(User user, List<Claim> due, Origin origin, Instant now) {
    var consequences = Consequences.NONE;
    for (var warning : due) {
      consequences =
          warning.name() == LimitName.LOGIN_CLOSE
              ? consequences.with(
                  AuditEvent.of(EventKind.PASSWORD_CLOSED, now, origin).about(user.id()))
              : consequences.with(
                  Mail.notice(MailKind.WRONG_PASSWORDS, user, origin.client(), now));
    }
    return consequences;
  }
}
