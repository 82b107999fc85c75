package dev.latchkey.application.account;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.TicketStore;
import dev.latchkey.domain.port.TicketStore.EmailChange;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.ticket.Ticket;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.User;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Takes it as proved that an address is a user's, on showing the secret that was sent to it: the
/// address that they have, or the one that they want to change to.
public final class VerifyEmail {
  private final UserStore users;
  private final TicketStore tickets;
  private final InstantSource clock;

  public VerifyEmail(UserStore users, TicketStore tickets, InstantSource clock) {
    this.users = users;
    this.tickets = tickets;
    this.clock = clock;
  }

  /// What became of it.
  public sealed interface Outcome {}

  /// The address is the user's, and verified.
  public record Verified(User user) implements Outcome {}

  /// Nothing was changed.
  public enum Refused implements Outcome {
    /// The secret is not, or no longer, good for this.
    INVALID_TOKEN,
    /// Somebody else has taken the address that the user wanted to change to.
    EMAIL_TAKEN
  }

  /// Redeems a secret that verifies an address or changes to one. It is good once. A change of
  /// address is told to the old one.
  ///
  /// @param token whatever the client sent
  public Outcome verify(String token, Origin origin) {
    var digest = TokenDigest.of(token);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var holder = holder(digest, TicketPurpose.VERIFY_EMAIL, now);
    if (holder.isPresent()) {
      return verified(digest, holder.get(), origin, now);
    }
    return holder(digest, TicketPurpose.CHANGE_EMAIL, now)
        .map(user -> changed(digest, user, origin, now))
        .orElse(Refused.INVALID_TOKEN);
  }

  private Optional<User> holder(TokenDigest digest, TicketPurpose purpose, Instant now) {
    return tickets.find(digest, purpose, now).map(Ticket::user).flatMap(users::find);
  }

  private Outcome verified(TokenDigest digest, User user, Origin origin, Instant now) {
    var consequences = Consequences.of(event(EventKind.EMAIL_VERIFIED, user, origin, now));
    return tickets
        .verifyEmail(digest, now, consequences)
        .<Outcome>map(Verified::new)
        .orElse(Refused.INVALID_TOKEN);
  }

  private Outcome changed(TokenDigest digest, User user, Origin origin, Instant now) {
    var consequences =
        Consequences.of(event(EventKind.EMAIL_CHANGED, user, origin, now))
            .with(Mail.notice(MailKind.EMAIL_CHANGED, user, origin.client(), now));
    var change = tickets.changeEmail(digest, now, consequences);
    if (change instanceof EmailChange.Changed changed) {
      return new Verified(changed.user());
    }
    return change == EmailChange.NotChanged.EMAIL_TAKEN
        ? Refused.EMAIL_TAKEN
        : Refused.INVALID_TOKEN;
  }

  private static AuditEvent event(EventKind kind, User user, Origin origin, Instant now) {
    return AuditEvent.of(kind, now, origin).by(user.id()).about(user.id());
  }
}
