package dev.latchkey.domain.password;

import dev.latchkey.domain.user.User;
import org.jspecify.annotations.Nullable;

/// A user and what their password is checked against.
///
/// @param hash null where the account has no password
public record Credentials(User user, @Nullable PasswordHash hash) {}
