package dev.latchkey.bootstrap.settings;

import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.mail.smtp.SmtpServer;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How people are written to.
///
/// @param smtp null where there is no server to send mails by
/// @param from who mails are from; empty where there is no server
/// @param product how the service is called in them
/// @param subjects in place of the usual ones
/// @param unwanted notices that are not sent
public record MailSettings(
    @Nullable SmtpServer smtp,
    String from,
    String product,
    Map<MailKind, String> subjects,
    Set<MailKind> unwanted) {

  public MailSettings {
    subjects = Map.copyOf(subjects);
    unwanted = Set.copyOf(unwanted);
  }
}
