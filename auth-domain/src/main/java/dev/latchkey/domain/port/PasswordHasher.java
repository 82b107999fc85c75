package dev.latchkey.domain.port;

import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.password.Verification;
import org.jspecify.annotations.Nullable;

/// Turns passwords into hashes that are costly to guess, and checks passwords against them.
///
/// [#hash] and [#verify] are slow on purpose (tens of milliseconds, megabytes of memory) and safe
/// to call from any number of threads. An implementation bounds how much of it goes on at once and
/// throws [Overloaded] over that bound, before doing any work.
public interface PasswordHasher {

  /// Hashes with a fresh random salt: two hashes of one password differ.
  ///
  /// @throws Overloaded where the work can neither begin soon nor be queued
  PasswordHash hash(RawPassword password);

  /// Checks a password against a stored hash. One full hash is computed whatever happens: also for
  /// no hash and for one that cannot be read, with today's parameters, so that time does not tell
  /// whether an account exists.
  ///
  /// @param stored what to check against; null where there is no account or no password
  /// @throws Overloaded where the work can neither begin soon nor be queued
  Verification verify(RawPassword password, @Nullable PasswordHash stored);

  /// Asks beforehand, so that who would be turned away costs nothing more. Never waits. What it
  /// says may have changed by the time of the check itself.
  ///
  /// @throws Overloaded where a check would be turned away now
  default void requireRoom() {}

  /// Says that a check will be asked for as soon as its user was looked up. Those who come
  /// meanwhile stand behind it: else a crowd would be looked up, and then turned away. It holds
  /// until this thread asks for the check or withdraws it, and not for long. Never waits.
  ///
  /// @throws Overloaded where a check would be turned away now
  default void announceCheck() {
    requireRoom();
  }

  /// Takes back this thread's announcement, if it still holds.
  default void withdrawCheck() {}
}
