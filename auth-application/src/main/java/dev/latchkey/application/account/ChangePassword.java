package dev.latchkey.application.account;

import dev.latchkey.application.limit.LimitPasswords;
import dev.latchkey.application.password.CheckPassword;
import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.password.PasswordPolicy;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.PasswordHasher;
import dev.latchkey.domain.port.UserStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Gives a user a new password, on showing the present one.
public final class ChangePassword {
  private static final int ATTEMPTS = 2;

  private final UserStore users;
  private final PasswordHasher hasher;
  private final CheckPassword passwords;
  private final PresentPassword present;
  private final InstantSource clock;

  public ChangePassword(
      UserStore users,
      PasswordHasher hasher,
      CheckPassword passwords,
      AuditLog audit,
      LimitPasswords limits,
      InstantSource clock) {
    this.users = users;
    this.hasher = hasher;
    this.passwords = passwords;
    this.present = new PresentPassword(audit, limits, clock);
    this.clock = clock;
  }

  /// What became of a change.
  public sealed interface Outcome {}

  /// The new password counts; every other session of the user has ended.
  public record Changed() implements Outcome {}

  /// The present password was not that one, or was changed by somebody else meanwhile.
  public record WrongPassword() implements Outcome {}

  /// The new password breaks rules, or one of the two has a form no password may have.
  public record Invalid(List<Violation> violations) implements Outcome {}

  /// Too many passwords of the account were wrong of late, here or at log-in; this one was not
  /// looked at.
  public record Throttled(Admission.Refused by) implements Outcome {}

  /// Changes the caller's password and ends every other session of theirs, in one commit. A wrong
  /// present password counts like one at log-in. Breaches are looked up, and the new one is hashed,
  /// only after the right one.
  public Outcome change(Caller caller, RawPassword current, RawPassword renewed) {
    var user = caller.user();
    var checked = passwords.check("new_password", renewed, user.email(), user.profile());
    var violations = violations(current, checked);
    if (!violations.isEmpty()) {
      return new Invalid(violations);
    }
    return present.<Outcome>limited(
        caller,
        () -> check(caller, current, renewed, checked),
        outcome -> !(outcome instanceof WrongPassword),
        Throttled::new);
  }

  private Outcome check(
      Caller caller, RawPassword current, RawPassword renewed, CheckPassword.Checked checked) {
    var id = caller.user().id();
    for (int i = 0; i < ATTEMPTS; i++) {
      var verified = users.findCredentials(id).map(Credentials::hash).orElse(null);
      if (!hasher.verify(current, verified).matches() || verified == null) {
        return refused(caller);
      }
      var faults = checked.all();
      if (!faults.isEmpty()) {
        return new Invalid(faults);
      }
      // A log-in of the same moment may renew the verified hash first: look again then.
      var hash = hasher.hash(renewed);
      if (replace(caller, verified, hash)) {
        return new Changed();
      }
    }
    return refused(caller);
  }

  private boolean replace(Caller caller, PasswordHash verified, PasswordHash renewed) {
    var user = caller.user();
    var now = clock.instant();
    var consequences =
        Consequences.of(caller.event(EventKind.PASSWORD_CHANGED, user.id(), now))
            .with(Mail.notice(MailKind.PASSWORD_CHANGED, user, caller.origin().client(), now));
    return users.changePassword(user.id(), verified, renewed, caller.session(), now, consequences);
  }

  private WrongPassword refused(Caller caller) {
    present.noteWrong(caller);
    return new WrongPassword();
  }

  private static List<Violation> violations(RawPassword current, CheckPassword.Checked renewed) {
    var violations = new ArrayList<Violation>();
    PasswordPolicy.checkForm("current_password", current).ifPresent(violations::add);
    violations.addAll(renewed.byRules());
    return violations;
  }
}
