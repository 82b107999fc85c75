package dev.latchkey.domain.apikey;

import dev.latchkey.domain.user.User;

/// A key that was neither revoked nor has run out, and its active user, as of one moment.
public record LiveApiKey(ApiKey key, User user) {}
