package dev.latchkey.domain.port;

import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.LoginName;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserCounts;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.domain.user.UserPage;
import dev.latchkey.domain.user.UserQuery;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps users. Each method is one transaction: when it returns, what it did is durable; when it
/// throws, nothing or all of it is done. Times are kept in microseconds. Every method may throw
/// [Unavailable].
public interface UserStore {

  /// Adds a user. Of two registrations of one canonical address or username, one wins; neither
  /// fails with an exception.
  ///
  /// @param hash null for an account without a password
  Registration register(User user, @Nullable PasswordHash hash, Consequences consequences);

  /// The user of this id.
  Optional<User> find(UserId id);

  /// The user of this id with the password's hash.
  Optional<Credentials> findCredentials(UserId id);

  /// The user whom this name logs in, with the password's hash. Inactive users are found too.
  Optional<Credentials> findCredentials(LoginName login);

  /// A page of users. Users that are added or removed meanwhile make no other user appear twice or
  /// be passed over.
  UserPage search(UserQuery query);

  /// Counts users, and those who opened a session at or after `loginsSince`: no longer ago than
  /// sessions are kept after their end.
  UserCounts count(Instant loginsSince);

  /// Saves an edited user, if it is still of the version that was edited. Ends every session in the
  /// same commit where the edit deactivates the user; drops the user's tickets where it does that
  /// or changes the address. The last active admin stays: of two admins who demote each other at
  /// once, one wins.
  Update update(User edited, Instant now, Consequences consequences);

  /// Puts a new password hash in the place of the one that was verified, and ends every other
  /// session and every ticket of the user, in one commit. A log-in that verified the old password
  /// but has not yet opened its session opens none.
  ///
  /// @param kept the session that lives on; null ends all
  /// @return false where the hash was no longer the verified one, and nothing was changed
  boolean changePassword(
      UserId id,
      PasswordHash verified,
      PasswordHash renewed,
      @Nullable SessionId kept,
      Instant now,
      Consequences consequences);

  /// Erases a user with all sessions, tokens, tickets and unsent mails, and takes their addresses
  /// and devices out of the audit. The last active admin stays.
  Removal purge(UserId id, Consequences consequences);

  /// What became of a registration.
  enum Registration {
    REGISTERED,
    EMAIL_TAKEN,
    USERNAME_TAKEN
  }

  /// What became of an edit.
  sealed interface Update {
    /// Saved; the user as it stands now.
    record Saved(User user) implements Update {}

    /// Not saved.
    enum NotSaved implements Update {
      UNKNOWN,
      STALE,
      EMAIL_TAKEN,
      USERNAME_TAKEN,
      LAST_ADMIN
    }
  }

  /// What became of a purge.
  enum Removal {
    REMOVED,
    UNKNOWN,
    LAST_ADMIN
  }
}
