package dev.latchkey.domain.session;

/// Why a session was ended before its time.
public enum EndReason {
  /// Its holder logged out, or ended it from another device.
  LOGGED_OUT,
  /// A spent refresh token came back: somebody copied it.
  TOKEN_REUSED,
  /// The password was changed on another device.
  PASSWORD_CHANGED,
  /// The account was deactivated.
  USER_DEACTIVATED,
  /// An admin ended it.
  ENDED_BY_ADMIN,
  /// The user opened more sessions than are kept, and this one was idle longest.
  EVICTED
}
