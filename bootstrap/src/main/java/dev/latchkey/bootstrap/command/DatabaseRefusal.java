package dev.latchkey.bootstrap.command;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// What a database, or the way to it, has against us.
///
/// @param state the SQLSTATE, empty where there is none
/// @param message what the server or the driver says; shows no password
record DatabaseRefusal(String state, String message) {
  /// Not there, starting or stopping, or out of connections.
  private static final List<String> PASSING = List.of("08", "57P", "53");

  static Optional<DatabaseRefusal> in(Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException e) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        return Optional.of(new DatabaseRefusal(state, firstLine(String.valueOf(e.getMessage()))));
      }
    }
    return Optional.empty();
  }

  /// Whether it may be otherwise in a moment.
  boolean isPassing() {
    return PASSING.stream().anyMatch(state::startsWith);
  }

  /// The refusal in a sentence, for whoever set the database's address.
  String sentence() {
    return "The database cannot be used (%s). %s".formatted(message, advice());
  }

  private String advice() {
    if (isPassing()) {
      return "Is it running, and does DATABASE_URL name its host and port?";
    }
    if (state.startsWith("28")) {
      return "Check the user and the password in DATABASE_URL.";
    }
    return state.equals("42501")
        ? "The user in DATABASE_URL must be allowed to create a schema in the database."
        : "Check DATABASE_URL.";
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("").strip();
  }
}
