package dev.latchkey.domain.session;

import dev.latchkey.domain.user.User;

/// A session that has neither ended nor run out, and its active user, as of one moment.
public record LiveSession(Session session, User user) {}
