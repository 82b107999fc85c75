package dev.latchkey.bootstrap.settings;

/// What is wrong with a setting, on one line, without anything secret.
///
/// @param setting the name by which it was set
/// @param detail what is wrong and what is allowed instead
public record Problem(String setting, String detail) {

  @Override
  public String toString() {
    return setting + ": " + detail;
  }
}
