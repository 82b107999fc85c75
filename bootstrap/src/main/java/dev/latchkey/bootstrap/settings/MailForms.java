package dev.latchkey.bootstrap.settings;

import dev.latchkey.domain.WireName;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.mail.smtp.SmtpMailer;
import dev.latchkey.mail.smtp.SmtpServer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The settings of mails.
final class MailForms {
  private static final List<MailKind> NOTICES =
      List.of(
          MailKind.PASSWORD_CHANGED,
          MailKind.EMAIL_CHANGED,
          MailKind.NEW_DEVICE,
          MailKind.WRONG_PASSWORDS);

  static final Form<SmtpServer> SMTP =
      new Form<>(
          "smtp://user:password@host:587 or smtps://user:password@host:465", MailForms::smtp);
  static final Form<String> SENDER =
      Form.text("an address such as Example <no-reply@example.org>", MailForms::isSender);
  static final Form<String> LINE =
      Form.text("1 to 120 characters", text -> !text.isBlank() && text.length() <= 120);
  static final Form<MailKind> NOTICE =
      new Form<>(
          "password_changed or email_changed or new_device or wrong_passwords",
          text -> NOTICES.stream().filter(kind -> spelled(kind).equals(text)).findAny());

  static final Form<Map<MailKind, String>> SUBJECTS =
      new Form<>(
          "kind=subject, separated by semicolons, such as `reset_password=A new password`",
          MailForms::subjects);

  private MailForms() {}

  /// The notices that are not among these.
  static List<MailKind> noticesBut(List<MailKind> wanted) {
    return NOTICES.stream().filter(kind -> !wanted.contains(kind)).toList();
  }

  private static Optional<Map<MailKind, String>> subjects(String text) {
    var subjects = new EnumMap<MailKind, String>(MailKind.class);
    for (var part : text.isBlank() ? new String[0] : text.split(";", -1)) {
      var pair = part.strip().split("=", 2);
      var kind = Stream.of(MailKind.values()).filter(k -> spelled(k).equals(pair[0])).findAny();
      if (kind.isEmpty() || pair.length < 2 || LINE.read(pair[1]).isEmpty()) {
        return Optional.empty();
      }
      subjects.put(kind.get(), pair[1]);
    }
    return Optional.of(subjects);
  }

  private static String spelled(MailKind kind) {
    return WireName.of(kind);
  }

  private static Optional<SmtpServer> smtp(String text) {
    try {
      return Optional.of(SmtpServer.parse(text));
    } catch (IllegalArgumentException notUrl) {
      return Optional.empty();
    }
  }

  private static boolean isSender(String text) {
    try {
      SmtpMailer.sender(text);
      return true;
    } catch (IllegalArgumentException notAddress) {
      return false;
    }
  }
}
