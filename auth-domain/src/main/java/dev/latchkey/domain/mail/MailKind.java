package dev.latchkey.domain.mail;

/// What a mail is about.
public enum MailKind {
  /// Asks a new user to show that the address is theirs. Carries a ticket.
  VERIFY_EMAIL,
  /// Lets a person who has forgotten the password set a new one. Carries a ticket.
  RESET_PASSWORD,
  /// Asks for proof of the address that a user wants to change to. Carries a ticket.
  CONFIRM_EMAIL_CHANGE,
  /// Tells the owner of an address that somebody tried to register with it.
  ACCOUNT_EXISTS,
  /// Tells that the password was changed or reset.
  PASSWORD_CHANGED,
  /// Tells the old address that another one has taken its place.
  EMAIL_CHANGED,
  /// Tells of a log-in from a device not seen before.
  NEW_DEVICE,
  /// Tells that many wrong passwords were tried from where the user is not known.
  WRONG_PASSWORDS
}
