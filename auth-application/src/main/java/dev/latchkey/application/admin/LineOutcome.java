package dev.latchkey.application.admin;

import dev.latchkey.domain.Violation;
import java.util.List;

/// What became of one line of a file of users.
///
/// @param line its number in the file; the first is 1
/// @param who the address in it, empty where none could be read
/// @param violations why it was refused, otherwise empty
public record LineOutcome(long line, Result result, String who, List<Violation> violations) {

  public LineOutcome {
    violations = List.copyOf(violations);
  }

  /// In what of three ways it ended.
  public enum Result {
    /// The user is there now, or would be after a real run.
    IMPORTED,
    /// A user of this id or address was there before, and was left as it is.
    SKIPPED,
    /// No user was made of it.
    REFUSED
  }
}
