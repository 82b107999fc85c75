package dev.latchkey.mail.smtp;

import dev.latchkey.domain.mail.Delivery;
import dev.latchkey.domain.port.Unavailable;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/// What a server's refusal means (RFC 5321 section 4.2.1). Its words are not kept: they may hold
/// addresses.
final class Reply {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(30);
  private static final int CLOSING = 421;
  private static final int TRANSIENT = 400;
  private static final int PERMANENT = 500;

  private Reply() {}

  /// What became of a letter that was not taken.
  ///
  /// @throws Unavailable where it is not this letter that the server refuses, or nothing was heard
  static Delivery of(MessagingException refusal) {
    for (var e = refusal; e != null; e = next(e)) {
      if (e instanceof AuthenticationFailedException) {
        throw unavailable("smtp: the log-in is refused", refusal);
      }
      if (e instanceof SMTPSenderFailedException sender) {
        // MAIL_FROM is not to this server's liking: that is nothing a letter can help.
        throw unavailable("smtp: the sender is refused, " + sender.getReturnCode(), refusal);
      }
      if (e instanceof SMTPAddressFailedException address) {
        return of(address.getReturnCode(), refusal);
      }
    }
    if (refusal instanceof SMTPSendFailedException send) {
      return of(send.getReturnCode(), refusal);
    }
    throw unavailable("smtp: no connection", refusal);
  }

  private static Delivery of(int code, MessagingException refusal) {
    if (code >= PERMANENT) {
      return new Delivery.Refused("smtp " + code);
    }
    if (code < TRANSIENT || code == CLOSING) {
      throw unavailable("smtp: the connection ended", refusal);
    }
    return new Delivery.Deferred("smtp " + code);
  }

  static Unavailable unavailable(String what, Throwable cause) {
    return new Unavailable(what, RETRY_AFTER, cause);
  }

  private static @Nullable MessagingException next(MessagingException e) {
    return e.getNextException() instanceof MessagingException next ? next : null;
  }
}
