package dev.latchkey.domain.session;

import dev.latchkey.domain.password.PasswordHash;
import org.jspecify.annotations.Nullable;

/// A session to be opened for a user whose password has just been verified.
///
/// @param first what its first refresh token says
/// @param digest of that token
/// @param verified the hash that the password matched: the session is opened only while it is still
///   the user's
/// @param renewed takes the place of `verified`, where that one's parameters are out of date
/// @param maxPerUser how many sessions the user keeps, this one included
public record Opening(
    Session session,
    RefreshClaims first,
    TokenDigest digest,
    PasswordHash verified,
    @Nullable PasswordHash renewed,
    int maxPerUser) {}
