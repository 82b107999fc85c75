package dev.latchkey.domain.port;

import dev.latchkey.domain.password.RawPassword;

/// Knows the passwords that were found in breaches of other services.
@FunctionalInterface
public interface BreachedPasswords {

  /// Looks a password up. Nothing that tells the password leaves the process: at most the beginning
  /// of a digest that it shares with many others (k-anonymity). Safe to call from any number of
  /// threads. Answers within about a second and never throws: a list that cannot be asked gives
  /// [Finding#NO_ANSWER], and it is for the caller to say what that means.
  Finding find(RawPassword password);

  /// Asks nobody.
  static BreachedPasswords none() {
    return password -> Finding.NOT_ASKED;
  }

  /// What a look-up found.
  enum Finding {
    FOUND,
    NOT_FOUND,
    /// The list was down, too slow, or did not speak the protocol.
    NO_ANSWER,
    /// The deployment asks no list.
    NOT_ASKED
  }
}
