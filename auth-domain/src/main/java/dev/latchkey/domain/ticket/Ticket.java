package dev.latchkey.domain.ticket;

import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A right that is good once, for one purpose, for whoever holds its secret. A user has one ticket
/// of a purpose at most: a newer one takes the older one's place.
///
/// @param email the address that it was sent to, and that redeeming it proves
/// @param hash the password that redeeming it gives the user, where it was asked for together with
///   one; null otherwise
/// @param digest of its secret
public record Ticket(
    TicketId id,
    TicketPurpose purpose,
    UserId user,
    EmailAddress email,
    @Nullable PasswordHash hash,
    TokenDigest digest,
    Instant createdAt,
    Instant expiresAt) {}
