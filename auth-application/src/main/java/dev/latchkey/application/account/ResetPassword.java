package dev.latchkey.application.account;

import dev.latchkey.application.limit.ReopenPassword;
import dev.latchkey.application.password.CheckPassword;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.PasswordHasher;
import dev.latchkey.domain.port.TicketStore;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.ticket.Ticket;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.User;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Gives a user a new password, on showing the secret that was sent to their address.
public final class ResetPassword {
  private final UserStore users;
  private final TicketStore tickets;
  private final PasswordHasher hasher;
  private final CheckPassword passwords;
  private final ReopenPassword reopenPassword;
  private final InstantSource clock;

  public ResetPassword(
      UserStore users,
      TicketStore tickets,
      PasswordHasher hasher,
      CheckPassword passwords,
      ReopenPassword reopenPassword,
      InstantSource clock) {
    this.users = users;
    this.tickets = tickets;
    this.hasher = hasher;
    this.passwords = passwords;
    this.reopenPassword = reopenPassword;
    this.clock = clock;
  }

  /// What became of a reset.
  public sealed interface Outcome {}

  /// The new password counts, every session has ended, and no older link is good.
  public record Reset(User user) implements Outcome {}

  /// The secret is not, or no longer, good for this. Nothing was hashed.
  public record InvalidToken() implements Outcome {}

  /// The new password breaks rules. The secret stays good.
  public record Invalid(List<Violation> violations) implements Outcome {}

  /// Resets a password, and opens the account again where too many wrong ones had closed it. The
  /// address is verified by it. A secret is good once: of two resets at once, one wins.
  ///
  /// @param token whatever the client sent
  public Outcome reset(String token, RawPassword renewed, Origin origin) {
    var digest = TokenDigest.of(token);
    var user =
        tickets
            .find(digest, TicketPurpose.RESET_PASSWORD, clock.instant())
            .map(Ticket::user)
            .flatMap(users::find)
            .orElse(null);
    if (user == null) {
      return new InvalidToken();
    }
    var violations = passwords.check("password", renewed, user.email(), user.profile()).all();
    return violations.isEmpty() ? redeem(digest, user, renewed, origin) : new Invalid(violations);
  }

  private Outcome redeem(TokenDigest digest, User user, RawPassword renewed, Origin origin) {
    var hash = hasher.hash(renewed);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var event = AuditEvent.of(EventKind.PASSWORD_RESET, now, origin).by(user.id()).about(user.id());
    var notice = Mail.notice(MailKind.PASSWORD_CHANGED, user, origin.client(), now);
    var reset = tickets.resetPassword(digest, hash, now, Consequences.of(event).with(notice));
    reset.ifPresent(holder -> reopenPassword.reopen(holder.id(), origin.client()));
    return reset.<Outcome>map(Reset::new).orElseGet(InvalidToken::new);
  }
}
