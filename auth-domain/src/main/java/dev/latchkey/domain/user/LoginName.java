package dev.latchkey.domain.user;

import java.util.Optional;

/// What a person types to say who they are: an e-mail address or a username. The two cannot be
/// confused, because only an address has an `@`.
public sealed interface LoginName {

  /// Log-in by address.
  record ByEmail(EmailAddress email) implements LoginName {}

  /// Log-in by username.
  record ByUsername(Username username) implements LoginName {}

  /// Reads either kind.
  ///
  /// @return empty where the text can be the name of no user at all
  static Optional<LoginName> parse(String text) {
    return text.indexOf('@') >= 0
        ? EmailAddress.parse(text).map(ByEmail::new)
        : Username.parse(text).map(ByUsername::new);
  }
}
