package dev.latchkey.bootstrap.settings;

/// What a line of the log is.
public enum LogFormat {
  /// For people.
  TEXT("text"),
  /// A JSON object.
  JSON("json");

  private final String spelling;

  LogFormat(String spelling) {
    this.spelling = spelling;
  }

  @Override
  public String toString() {
    return spelling;
  }
}
