package dev.latchkey.persistence.ticket;

import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.ticket.Ticket;
import dev.latchkey.domain.ticket.TicketId;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.UserId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of `auth.ticket`.
@SuppressWarnings("ArrayRecordComponent") // a column is what it is, and nobody else holds it
@MappedEntity(value = "ticket", schema = "auth")
record TicketRow(
    @Id UUID id,
    UUID userId,
    String purpose,
    byte[] digest,
    String email,
    @Nullable String passwordHash,
    Instant createdAt,
    Instant expiresAt) {

  Ticket toTicket() {
    return new Ticket(
        new TicketId(id),
        TicketPurpose.valueOf(purpose),
        new UserId(userId),
        EmailAddress.parse(email).orElseThrow(),
        passwordHash == null ? null : new PasswordHash(passwordHash),
        TokenDigest.ofBytes(digest),
        createdAt,
        expiresAt);
  }

  @Override
  public String toString() {
    return "TicketRow[" + id + "]";
  }
}
