package dev.latchkey.application.account;

import dev.latchkey.application.limit.LimitPasswords;
import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.limit.AccountKey;
import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.port.AuditLog;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Asks callers for their present password: a step of the use cases that a stolen session must not
/// be enough for. A wrong one counts like one at log-in.
final class PresentPassword {
  private final AuditLog audit;
  private final LimitPasswords limits;
  private final InstantSource clock;

  PresentPassword(AuditLog audit, LimitPasswords limits, InstantSource clock) {
    this.audit = audit;
    this.limits = limits;
    this.clock = clock;
  }

  /// Checks it, unless too many were wrong of late; the audit says so then.
  <T> T limited(
      Caller caller,
      Supplier<T> check,
      Predicate<T> right,
      Function<Admission.Refused, T> throttled) {
    return limits.limited(
        AccountKey.of(caller.user().id()),
        caller.origin().client(),
        check,
        right,
        refused -> {
          noteThrottled(caller, refused);
          return throttled.apply(refused);
        });
  }

  private void noteThrottled(Caller caller, Admission.Refused refused) {
    audit.appendOncePerMinute(
        caller
            .event(EventKind.RATE_LIMITED, caller.user().id(), clock.instant())
            .saying(refused.by().name().wireName()));
  }

  /// Notes that it was wrong.
  void noteWrong(Caller caller) {
    audit.append(caller.event(EventKind.PASSWORD_REFUSED, caller.user().id(), clock.instant()));
  }
}
