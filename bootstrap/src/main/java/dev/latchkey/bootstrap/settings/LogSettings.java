package dev.latchkey.bootstrap.settings;

/// What is logged, and how.
///
/// @param access whether each request has a line
public record LogSettings(LogFormat format, LogLevel level, boolean access) {
  /// What holds where nothing is set.
  public static final LogSettings STANDARD = new LogSettings(LogFormat.TEXT, LogLevel.INFO, false);
}
