package dev.latchkey.application.account;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.port.TicketSecrets;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.ticket.Ticket;
import dev.latchkey.domain.ticket.TicketId;
import dev.latchkey.domain.ticket.TicketPolicy;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.User;
import org.jspecify.annotations.Nullable;

/// Makes a ticket with the mail that carries its link: a step of every use case that sends one.
record Links(Ids ids, TicketSecrets secrets, TicketPolicy policy) {

  /// A link to verify the user's address.
  ///
  /// @param hash the password that the link brings; null for the one that the user has
  Consequences verification(User user, @Nullable PasswordHash hash, AuditEvent event) {
    return link(TicketPurpose.VERIFY_EMAIL, MailKind.VERIFY_EMAIL, user, user.email(), hash, event);
  }

  /// A link to set a new password.
  Consequences reset(User user, AuditEvent event) {
    return link(
        TicketPurpose.RESET_PASSWORD, MailKind.RESET_PASSWORD, user, user.email(), null, event);
  }

  /// A link to change the user's address to this one, which it is sent to.
  Consequences emailChange(User user, EmailAddress to, AuditEvent event) {
    return link(TicketPurpose.CHANGE_EMAIL, MailKind.CONFIRM_EMAIL_CHANGE, user, to, null, event);
  }

  private Consequences link(
      TicketPurpose purpose,
      MailKind kind,
      User user,
      EmailAddress to,
      @Nullable PasswordHash hash,
      AuditEvent event) {
    var id = new TicketId(ids.next());
    var digest = TokenDigest.of(secrets.write(id).reveal());
    var now = event.at();
    var ticket =
        new Ticket(id, purpose, user.id(), to, hash, digest, now, now.plus(policy.lifeOf(purpose)));
    return Consequences.of(event)
        .with(ticket)
        .with(Mail.withTicket(kind, user, to, id, event.origin().client(), now));
  }
}
