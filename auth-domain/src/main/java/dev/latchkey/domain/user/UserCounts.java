package dev.latchkey.domain.user;

/// How many users there are, of one moment.
///
/// @param logins users who logged in during the period that was asked for
public record UserCounts(long total, long active, long verified, long logins) {

  /// Users that may not log in.
  public long inactive() {
    return total - active;
  }
}
