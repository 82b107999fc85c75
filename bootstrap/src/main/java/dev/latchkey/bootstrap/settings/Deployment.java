package dev.latchkey.bootstrap.settings;

/// What the service is run for.
public enum Deployment {
  /// On a developer's machine: weak secrets and plain HTTP are permitted.
  DEV("dev"),
  /// For others to use. What holds unless `LATCHKEY_ENV` says otherwise.
  PRODUCTION("production");

  private final String spelling;

  Deployment(String spelling) {
    this.spelling = spelling;
  }

  @Override
  public String toString() {
    return spelling;
  }
}
