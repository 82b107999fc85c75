package dev.latchkey.application.account;

import dev.latchkey.domain.password.RawPassword;
import org.jspecify.annotations.Nullable;

/// What a person fills in to register, as they filled it in.
///
/// @param role a wish; granted only where the deployment lets people choose it
public record Registration(
    @Nullable String email,
    RawPassword password,
    @Nullable String username,
    @Nullable String name,
    @Nullable String imageUrl,
    @Nullable String role) {

  /// The shortest registration there is.
  public static Registration of(String email, RawPassword password) {
    return new Registration(email, password, null, null, null, null);
  }
}
