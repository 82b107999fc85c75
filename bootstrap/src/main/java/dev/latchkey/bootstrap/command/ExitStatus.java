package dev.latchkey.bootstrap.command;

/// How a command ends (the numbers of BSD's sysexits). Wrong usage ends with picocli's 2.
final class ExitStatus {
  /// It was done.
  static final int DONE = 0;

  /// It was refused, for a reason that was printed.
  static final int REFUSED = 1;

  /// The database or the port cannot be had.
  static final int UNAVAILABLE = 69;

  /// A setting is wrong.
  static final int MISCONFIGURED = 78;

  private ExitStatus() {}
}
