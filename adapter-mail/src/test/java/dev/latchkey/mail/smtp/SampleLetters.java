package dev.latchkey.mail.smtp;

import dev.latchkey.domain.mail.Letter;
import dev.latchkey.domain.mail.MailId;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.user.EmailAddress;
import java.net.URI;
import java.util.UUID;

/// Letters to hand over.
final class SampleLetters {
  static final String ID = "00000000-0000-0000-0000-000000000007";
  static final String LINK = "https://id.example.test/account/reset-password#token=canary";

  private SampleLetters() {}

  static Letter letter() {
    return letter("Choose a new password");
  }

  static Letter letter(String subject) {
    return new Letter(
        new MailId(UUID.fromString(ID)),
        MailKind.RESET_PASSWORD,
        EmailAddress.parse("Ann@example.test").orElseThrow(),
        subject,
        "Hello Zoë,\n\n" + LINK + "\n.\nThe end",
        "<p>Hello Zoë</p><a href=\"" + LINK + "\">here</a>",
        URI.create(LINK));
  }
}
