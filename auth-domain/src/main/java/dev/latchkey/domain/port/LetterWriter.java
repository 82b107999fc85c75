package dev.latchkey.domain.port;

import dev.latchkey.domain.mail.ClaimedMail;
import dev.latchkey.domain.mail.Letter;

/// Puts mails into words.
public interface LetterWriter {

  /// The letter that a mail stands for. A mail with a ticket has a link that begins with the public
  /// URL and carries the ticket's secret in its fragment, which no server is sent; it is the only
  /// place where the secret is. What people call themselves is text in it, never markup or a field
  /// of its header.
  Letter write(ClaimedMail mail);
}
