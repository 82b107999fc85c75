package dev.latchkey.application.mail;

import dev.latchkey.domain.mail.MailKind;
import org.jspecify.annotations.Nullable;

/// What became of a mail this time.
///
/// @param reason why it was not sent, in words of ours; null where it was, or was not meant to be
public record Settled(MailKind kind, Result result, @Nullable String reason) {

  /// How it ended.
  public enum Result {
    SENT,
    /// It is tried again later.
    PUT_OFF,
    GIVEN_UP,
    /// The operator does not want mails of this kind.
    DROPPED
  }
}
