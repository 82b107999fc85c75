package dev.latchkey.domain.mail;

import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.ticket.TicketId;
import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A mail to be written and sent. It names the ticket that its link stands for, not the ticket's
/// secret: that one is only written where the mail is.
///
/// @param user whose account it is about
/// @param name how to address them; null where they have given none
/// @param ticket what its link redeems; null where it has none
/// @param client whose request it came of, for the reader to recognise
/// @param at when what it tells of happened
public record Mail(
    MailKind kind,
    EmailAddress to,
    UserId user,
    @Nullable DisplayName name,
    @Nullable TicketId ticket,
    Client client,
    Instant at) {

  /// A mail to a user's own address that tells of something.
  public static Mail notice(MailKind kind, User user, Client client, Instant at) {
    return new Mail(kind, user.email(), user.id(), user.profile().name(), null, client, at);
  }

  /// A mail with a link, to the address that the ticket is for.
  public static Mail withTicket(
      MailKind kind, User user, EmailAddress to, TicketId ticket, Client client, Instant at) {
    return new Mail(kind, to, user.id(), user.profile().name(), ticket, client, at);
  }
}
