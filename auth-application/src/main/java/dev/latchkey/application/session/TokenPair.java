package dev.latchkey.application.session;

import dev.latchkey.domain.session.RefreshToken;
import dev.latchkey.domain.token.AccessToken;
import dev.latchkey.domain.user.User;
import java.time.Duration;

/// What a log-in or refresh hands to a client.
///
/// @param expiresIn how long the access token is good for
/// @param refreshExpiresIn how long the refresh token is good for if it is not used
public record TokenPair(
    AccessToken access,
    Duration expiresIn,
    RefreshToken refresh,
    Duration refreshExpiresIn,
    User user) {}
