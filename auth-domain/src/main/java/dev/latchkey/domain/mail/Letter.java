package dev.latchkey.domain.mail;

import dev.latchkey.domain.user.EmailAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A mail as it is read. It holds its ticket's secret, and so shows nothing when printed.
///
/// @param subject one line
/// @param html the same as the text, for those who like to click
/// @param link what the reader is to open; null where there is nothing to open
public record Letter(
    MailId id,
    MailKind kind,
    EmailAddress to,
    String subject,
    String text,
    String html,
    @Nullable URI link) {

  @Override
  public String toString() {
    return "Letter[id=" + id + ", kind=" + kind + "]";
  }
}
