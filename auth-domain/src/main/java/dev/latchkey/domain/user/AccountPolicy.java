package dev.latchkey.domain.user;

/// How accounts come about, and what they need to be used.
///
/// @param verifiedOnly whether nobody logs in before their address is verified
public record AccountPolicy(RegistrationMode registration, boolean verifiedOnly) {

  /// Open to everybody; an address can be verified later.
  public static AccountPolicy standard() {
    return new AccountPolicy(RegistrationMode.OPEN, false);
  }
}
