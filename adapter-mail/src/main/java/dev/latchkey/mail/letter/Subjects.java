package dev.latchkey.mail.letter;

import dev.latchkey.domain.mail.MailKind;
import java.util.regex.Pattern;

/// The first lines of letters in English.
final class Subjects {
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  private Subjects() {}

  /// One line, whatever the settings say.
  static String of(MailKind kind, LetterStyle style) {
    var subject = style.subjects().getOrDefault(kind, english(kind));
    return BREAKS.matcher(subject.replace("{product}", style.product())).replaceAll(" ");
  }

  private static String english(MailKind kind) {
    return switch (kind) {
      case VERIFY_EMAIL -> "Confirm your address for {product}";
      case RESET_PASSWORD -> "Choose a new password for {product}";
      case CONFIRM_EMAIL_CHANGE -> "Confirm your new address for {product}";
      case ACCOUNT_EXISTS -> "You have an account with {product} already";
      case PASSWORD_CHANGED -> "Your {product} password was changed";
      case EMAIL_CHANGED -> "Your {product} account has another address now";
      case NEW_DEVICE -> "A new device has logged in to {product}";
      case WRONG_PASSWORDS -> "Many wrong passwords for your {product} account";
    };
  }
}
