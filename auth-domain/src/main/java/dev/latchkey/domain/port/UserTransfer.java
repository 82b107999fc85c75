package dev.latchkey.domain.port;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.user.UserId;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Takes users in by the hundred, and gives them out: for moving between systems. Keeps the same
/// users as the [UserStore] beside it. Each method is one transaction; times are kept in
/// microseconds; every method may throw [Unavailable].
public interface UserTransfer {
  /// The most users that one call takes or gives.
  int MAX_BATCH = 500;

  /// Adds those users that are not there yet, all in one commit, and leaves every user that is
  /// there as it is. Of two batches at once that hold the same user, one adds it. Where one batch
  /// names an id, address or username twice, one of the two is added.
  ///
  /// @param users at most [#MAX_BATCH]
  /// @param event what the audit keeps, in the same commit, of that many users that were added; not
  ///   asked where none was
  /// @return what became of each, in their order
  List<Arrival> add(List<Credentials> users, IntFunction<AuditEvent> event);

  /// What [#add] would say of each user if it came alone. Changes nothing.
  ///
  /// @param users at most [#MAX_BATCH]
  List<Arrival> probe(List<Credentials> users);

  /// The users that follow this one by their ids, compared as unsigned bytes. A user who is there
  /// throughout is met exactly once by whoever asks on and on.
  ///
  /// @param after the last user already seen; null for the first ones
  /// @param limit how many at most, 1 to [#MAX_BATCH]
  List<Credentials> next(@Nullable UserId after, int limit);

  /// What became of a user; of several reasons the first.
  enum Arrival {
    ADDED,
    /// A user of this id is there.
    ID_TAKEN,
    /// A user of this address is there, whatever its letter case.
    EMAIL_TAKEN,
    /// Another user has this username.
    USERNAME_TAKEN
  }
}
