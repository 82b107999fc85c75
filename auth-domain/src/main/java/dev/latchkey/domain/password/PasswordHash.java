package dev.latchkey.domain.password;

/// A stored password hash with its algorithm and parameters, as a PHC string or in the form its
/// algorithm is known by (`$2b$…`). Good for guessing offline, so it is kept from logs like a
/// secret.
public record PasswordHash(String reveal) {

  @Override
  public String toString() {
    return "PasswordHash[***]";
  }
}
