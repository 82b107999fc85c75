package dev.latchkey.domain.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A registered person, without anything secret: the password's hash is not part of it.
///
/// @param active whether the person may log in; false ends every session in the same commit
/// @param verified whether the person has shown that the address is theirs
/// @param updatedAt when the profile, role or state last changed; a log-in does not count
/// @param lastLogin when a session was last opened; null before the first
/// @param version grows by one with each edit; what an edit must name to win (RFC 9110 section
///   13.1.1)
public record User(
    UserId id,
    EmailAddress email,
    Profile profile,
    RoleName role,
    boolean active,
    boolean verified,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant lastLogin,
    long version) {

  /// A new, active, unverified user who has never logged in.
  public static User register(
      UserId id, EmailAddress email, Profile profile, RoleName role, Instant now) {
    return new User(id, email, profile, role, true, false, now, now, null, 0);
  }

  /// Whether this user may administer others at this moment.
  public boolean isActiveAdmin() {
    return active && role.equals(RoleName.ADMIN);
  }

  /// The same user, no longer allowed in.
  public User deactivated() {
    return edited(email, profile, role, false, verified);
  }

  /// The same user with these particulars; the store sets `updatedAt` and `version`.
  public User edited(
      EmailAddress email, Profile profile, RoleName role, boolean active, boolean verified) {
    return new User(
        id, email, profile, role, active, verified, createdAt, updatedAt, lastLogin, version);
  }

  /// The same user as it stands after an edit at `now`.
  public User saved(Instant now) {
    return new User(
        id, email, profile, role, active, verified, createdAt, now, lastLogin, version + 1);
  }

  /// The same user, having logged in at `now`.
  public User loggedIn(Instant now) {
    return new User(id, email, profile, role, active, verified, createdAt, updatedAt, now, version);
  }
}
