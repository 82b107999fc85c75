package dev.latchkey.persistence;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/// What PostgreSQL, its driver or the pool says went wrong, freed of the layers around it.
///
/// @param state the SQLSTATE, empty where there is none
/// @param constraint the name of the constraint that was broken, empty where none was
/// @param disconnected whether no connection was to be had
record SqlFailure(String state, String constraint, boolean disconnected) {
  private static final Set<String> LOST_RACES = Set.of("40001", "40P01");

  /// Timeouts of statements, locks and idle transactions, and a server that only reads.
  private static final Set<String> UNAVAILABLE = Set.of("57014", "55P03", "25P03", "25006");

  /// Lost connections, want of resources, a server that stops or starts, its disk out of order.
  private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "53", "57P", "58");

  private static final SqlFailure NONE = new SqlFailure("", "", false);

  static SqlFailure in(Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return new SqlFailure(orEmpty(sql.getSQLState()), constraintOf(sql), isConnecting(sql));
      }
    }
    return NONE;
  }

  boolean isLostRace() {
    return LOST_RACES.contains(state);
  }

  boolean isUnavailable() {
    return disconnected
        || UNAVAILABLE.contains(state)
        || UNAVAILABLE_CLASSES.stream().anyMatch(state::startsWith);
  }

  /// The pool's own complaints, such as of a connection that was closed meanwhile, have no state.
  private static boolean isConnecting(SQLException e) {
    return e.getSQLState() == null
        || e instanceof SQLTransientConnectionException
        || e instanceof SQLNonTransientConnectionException;
  }

  private static String constraintOf(SQLException e) {
    return e instanceof PSQLException server && server.getServerErrorMessage() != null
        ? orEmpty(server.getServerErrorMessage().getConstraint())
        : "";
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
