package dev.latchkey.application.admin;

import dev.latchkey.domain.password.PasswordHash;
import org.jspecify.annotations.Nullable;

/// One line of a file of users.
public sealed interface UserLine {

  /// The line's number in the file; the first is 1.
  long number();

  /// A line that could be read. What is not given is null.
  ///
  /// @param id a UUID; a new one is made where it is null
  /// @param createdAt this and the other times in RFC 3339, with an offset
  /// @param passwordHash as other software stored it; without one, the user has to reset the
  ///   password
  record Given(
      long number,
      @Nullable String id,
      @Nullable String email,
      @Nullable String username,
      @Nullable String name,
      @Nullable String imageUrl,
      @Nullable String role,
      @Nullable Boolean active,
      @Nullable Boolean verified,
      @Nullable String createdAt,
      @Nullable String updatedAt,
      @Nullable String lastLogin,
      @Nullable PasswordHash passwordHash)
      implements UserLine {}

  /// A line that says nothing that could be understood.
  ///
  /// @param why a sentence; never quotes the line
  record Unreadable(long number, String why) implements UserLine {}
}
