package dev.latchkey.bootstrap.settings;

/// How much is logged.
public enum LogLevel {
  ERROR("error"),
  WARN("warn"),
  /// What Latchkey does, and what libraries warn of.
  INFO("info"),
  /// Everything, of libraries too.
  DEBUG("debug");

  private final String spelling;

  LogLevel(String spelling) {
    this.spelling = spelling;
  }

  @Override
  public String toString() {
    return spelling;
  }
}
