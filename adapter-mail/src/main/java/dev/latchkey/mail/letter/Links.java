package dev.latchkey.mail.letter;

import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.port.TicketSecrets;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The links of letters. A ticket's secret goes into the fragment, which no server is sent and no
/// log keeps.
final class Links {
  private final String baseUrl;
  private final TicketSecrets secrets;

  Links(String baseUrl, TicketSecrets secrets) {
    this.baseUrl = baseUrl;
    this.secrets = secrets;
  }

  /// Where the mail's ticket is redeemed; null where it has none.
  @Nullable URI of(Mail mail) {
    var ticket = mail.ticket();
    var page = page(mail);
    return ticket == null || page == null
        ? null
        : URI.create(baseUrl + page + "#token=" + secrets.write(ticket).reveal());
  }

  private static @Nullable String page(Mail mail) {
    return switch (mail.kind()) {
      case VERIFY_EMAIL -> "/account/verify-email";
      case RESET_PASSWORD -> "/account/reset-password";
      case CONFIRM_EMAIL_CHANGE -> "/account/change-email";
      case ACCOUNT_EXISTS, PASSWORD_CHANGED, EMAIL_CHANGED, NEW_DEVICE, WRONG_PASSWORDS -> null;
    };
  }
}
