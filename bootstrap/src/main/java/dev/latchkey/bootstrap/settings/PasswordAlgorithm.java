package dev.latchkey.bootstrap.settings;

/// What new passwords are hashed with.
public enum PasswordAlgorithm {
  ARGON2ID("argon2id"),
  BCRYPT("bcrypt");

  private final String spelling;

  PasswordAlgorithm(String spelling) {
    this.spelling = spelling;
  }

  @Override
  public String toString() {
    return spelling;
  }
}
