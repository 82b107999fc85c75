package dev.latchkey.domain.mail;

import java.util.UUID;

/// Names a mail in the outbox. No secret: it is part of the mail's `Message-ID`, so that whoever
/// gets a mail twice can tell.
public record MailId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
