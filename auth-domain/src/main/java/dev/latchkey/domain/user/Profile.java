package dev.latchkey.domain.user;

import org.jspecify.annotations.Nullable;

/// What a person says of themselves and may change at will.
///
/// @param username a second name to log in with, unique among users
/// @param name how to greet them
/// @param imageUrl where their picture lies
public record Profile(
    @Nullable Username username, @Nullable DisplayName name, @Nullable ImageUrl imageUrl) {

  /// A person who said nothing of themselves.
  public static final Profile EMPTY = new Profile(null, null, null);
}
