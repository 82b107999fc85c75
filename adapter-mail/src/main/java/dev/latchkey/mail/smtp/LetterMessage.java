package dev.latchkey.mail.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.domain.mail.Letter;
import dev.latchkey.domain.user.EmailAddress;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Date;

/// A letter as a message (RFC 5322), the same each time it is made but for its date: `Message-ID`
/// and all.
final class LetterMessage extends MimeMessage {
  private final String messageId;

  LetterMessage(Session session, InternetAddress from, Letter letter, Instant now)
      throws MessagingException {
    super(session);
    messageId = "<" + letter.id() + "@" + domain(from) + ">";
    setFrom(from);
    setRecipient(Message.RecipientType.TO, address(letter.to()));
    setSubject(letter.subject(), UTF_8.name());
    setSentDate(Date.from(now));
    // So that no holiday notice answers (RFC 3834).
    setHeader("Auto-Submitted", "auto-generated");
    setHeader("X-Auto-Response-Suppress", "All");
    var alternatives = new MimeMultipart("alternative");
    alternatives.addBodyPart(part(letter.text(), "plain"));
    alternatives.addBodyPart(part(letter.html(), "html"));
    setContent(alternatives);
    saveChanges();
  }

  /// The one recipient: the local part as it was written, for a server may tell letter case apart,
  /// the domain in ASCII.
  static InternetAddress address(EmailAddress email) throws MessagingException {
    var display = email.display();
    var canonical = email.canonical();
    var local = display.substring(0, display.lastIndexOf('@'));
    return new InternetAddress(local + canonical.substring(canonical.lastIndexOf('@')), true);
  }

  static String domain(InternetAddress address) {
    return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, UTF_8.name(), subtype);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
