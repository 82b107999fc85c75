package dev.latchkey.application.admin;

import dev.latchkey.application.password.CheckPassword;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.port.PasswordHasher;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.user.FieldReader;
import dev.latchkey.domain.user.Profile;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Makes an admin for the operator of the deployment: the way in before there is anyone to grant a
/// role. Not for any call from outside.
public final class CreateAdmin {
  private final UserStore users;
  private final PasswordHasher hasher;
  private final CheckPassword passwords;
  private final Ids ids;
  private final InstantSource clock;

  public CreateAdmin(
      UserStore users,
      PasswordHasher hasher,
      CheckPassword passwords,
      Ids ids,
      InstantSource clock) {
    this.users = users;
    this.hasher = hasher;
    this.passwords = passwords;
    this.ids = ids;
    this.clock = clock;
  }

  /// What became of it.
  public sealed interface Outcome {}

  /// The admin exists now, with a verified address: the operator's word is enough.
  public record Created(User admin) implements Outcome {}

  /// The address or password has faults: all of them.
  public record Invalid(List<Violation> violations) implements Outcome {}

  /// A user of this address exists already, and was left as it is.
  public record EmailTaken() implements Outcome {}

  /// Makes an admin.
  public Outcome create(String address, RawPassword password) {
    var fields = new FieldReader();
    var email = fields.email(address);
    fields.note(passwords.check("password", password, email, Profile.EMPTY).all());
    if (email == null || !fields.violations().isEmpty()) {
      return new Invalid(fields.violations());
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var admin =
        User.register(new UserId(ids.next()), email, Profile.EMPTY, RoleName.ADMIN, now)
            .edited(email, Profile.EMPTY, RoleName.ADMIN, true, true);
    var event = AuditEvent.of(EventKind.ADMIN_CREATED, now, Origin.UNKNOWN).about(admin.id());
    return switch (users.register(admin, hasher.hash(password), Consequences.of(event))) {
      case REGISTERED -> new Created(admin);
      case EMAIL_TAKEN, USERNAME_TAKEN -> new EmailTaken();
    };
  }
}
