package dev.latchkey.application.account;

import dev.latchkey.application.password.CheckPassword;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.limit.LimitName;
import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.domain.limit.Source;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.port.PasswordHasher;
import dev.latchkey.domain.port.RateLimits;
import dev.latchkey.domain.port.TicketSecrets;
import dev.latchkey.domain.port.TicketStore;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.ticket.TicketPolicy;
import dev.latchkey.domain.user.AccountPolicy;
import dev.latchkey.domain.user.FieldReader;
import dev.latchkey.domain.user.LoginName;
import dev.latchkey.domain.user.RegistrationMode;
import dev.latchkey.domain.user.RolePolicy;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Makes an account for a person who asks for one.
public final class RegisterUser {
  private final UserStore users;
  private final TicketStore tickets;
  private final PasswordHasher hasher;
  private final CheckPassword passwords;
  private final RolePolicy roles;
  private final AccountPolicy policy;
  private final Links links;
  private final Ids ids;
  private final RateLimits limits;
  private final LimitPolicy limitPolicy;
  private final InstantSource clock;

  public RegisterUser(
      UserStore users,
      TicketStore tickets,
      PasswordHasher hasher,
      CheckPassword passwords,
      RolePolicy roles,
      AccountPolicy policy,
      TicketSecrets secrets,
      TicketPolicy ticketPolicy,
      Ids ids,
      RateLimits limits,
      LimitPolicy limitPolicy,
      InstantSource clock) {
    this.users = users;
    this.tickets = tickets;
    this.hasher = hasher;
    this.passwords = passwords;
    this.roles = roles;
    this.policy = policy;
    this.links = new Links(ids, secrets, ticketPolicy);
    this.ids = ids;
    this.limits = limits;
    this.limitPolicy = limitPolicy;
    this.clock = clock;
  }

  /// What became of a registration.
  public sealed interface Outcome {}

  /// The account exists now.
  public record Registered(User user) implements Outcome {}

  /// The person gets a mail that says how to go on. Whether the address was known before is told to
  /// nobody else.
  public record Accepted() implements Outcome {}

  /// The request has faults: all of them.
  public record Invalid(List<Violation> violations) implements Outcome {}

  /// Too many registrations came from the client's address or site; nothing was looked up, hashed
  /// or stored.
  public record Throttled(Admission.Refused by) implements Outcome {}

  /// No account, although the request has no faults.
  public enum Refused implements Outcome {
    /// Nobody can register here. Said before anything else is looked at.
    CLOSED,
    /// The wished-for role is not for the taking. Said before anything else is looked at, so that
    /// it does not tell whether an address is known.
    ROLE_NOT_ASSIGNABLE,
    EMAIL_TAKEN,
    USERNAME_TAKEN
  }

  /// Registers a person. A role that is not granted is refused rather than quietly lowered; nothing
  /// is stored and nothing hashed then. Of two registrations of one address, in whatever spelling,
  /// one wins. What has faults is not counted against the address that it comes from, but for a
  /// password that is looked up and found in a breach.
  ///
  /// The new user is sent a link that verifies the address. Where registrations are private, the
  /// password counts once that link is used. Of two who register one address before, nobody knows
  /// which is its owner: a link to choose a password takes the place of the first one then. The
  /// owner of a verified address is told.
  public Outcome register(Registration wish, Origin origin) {
    if (policy.registration() == RegistrationMode.CLOSED) {
      return Refused.CLOSED;
    }
    var role = roles.grantAtRegistration(wish.role()).orElse(null);
    if (role == null) {
      return Refused.ROLE_NOT_ASSIGNABLE;
    }
    var fields = new FieldReader();
    var email = fields.email(wish.email());
    var profile = fields.profile(wish.username(), wish.name(), wish.imageUrl());
    var password = passwords.check("password", wish.password(), email, profile);
    fields.note(password.byRules());
    if (email == null || !fields.violations().isEmpty()) {
      return new Invalid(fields.violations());
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var source = new Source(origin.client());
    var claims = limitPolicy.claims(source, LimitName.REGISTER, LimitName.REGISTER_SITE);
    if (limits.admit(claims, now) instanceof Admission.Refused refused) {
      return new Throttled(refused);
    }
    var faults = password.all();
    if (!faults.isEmpty()) {
      return new Invalid(faults);
    }
    return store(User.register(new UserId(ids.next()), email, profile, role, now), wish, origin);
  }

  private Outcome store(User user, Registration wish, Origin origin) {
    var hash = hasher.hash(wish.password());
    var event =
        AuditEvent.of(EventKind.USER_REGISTERED, user.createdAt(), origin)
            .by(user.id())
            .about(user.id());
    if (policy.registration() != RegistrationMode.PRIVATE) {
      var stored = users.register(user, hash, links.verification(user, null, event));
      return answer(stored, new Registered(user));
    }
    // The link brings the password: a log-in before must not tell that the address was new.
    var stored = users.register(user, null, links.verification(user, hash, event));
    return stored == UserStore.Registration.EMAIL_TAKEN
        ? again(user, origin)
        : answer(stored, new Accepted());
  }

  private static Outcome answer(UserStore.Registration stored, Outcome registered) {
    return switch (stored) {
      case REGISTERED -> registered;
      case EMAIL_TAKEN -> Refused.EMAIL_TAKEN;
      case USERNAME_TAKEN -> Refused.USERNAME_TAKEN;
    };
  }

  /// A username that is taken is told for a known address as for a new one.
  private Outcome again(User wished, Origin origin) {
    var username = wished.profile().username();
    if (username != null && users.findCredentials(new LoginName.ByUsername(username)).isPresent()) {
      return Refused.USERNAME_TAKEN;
    }
    users
        .findCredentials(new LoginName.ByEmail(wished.email()))
        .map(Credentials::user)
        .ifPresent(user -> tickets.issue(user, mail(user, wished, origin)));
    return new Accepted();
  }

  private Consequences mail(User user, User wished, Origin origin) {
    var now = wished.createdAt();
    var event =
        AuditEvent.of(EventKind.EMAIL_VERIFICATION_REQUESTED, now, origin)
            .about(user.id())
            .saying("registered_again");
    return user.verified()
        ? Consequences.of(event)
            .with(Mail.notice(MailKind.ACCOUNT_EXISTS, user, origin.client(), now))
        : links.reset(user, event);
  }
}
