package dev.latchkey.persistence.mail;

import dev.latchkey.domain.mail.ClaimedMail;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailId;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.ticket.TicketId;
import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.UserId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of `auth.outbox`.
@MappedEntity(value = "outbox", schema = "auth")
record OutboxRow(
    @Id UUID id,
    String kind,
    String recipient,
    UUID userId,
    @Nullable String name,
    @Nullable UUID ticketId,
    @Nullable String ip,
    @Nullable String userAgent,
    Instant createdAt,
    int attempts) {

  ClaimedMail toClaimed() {
    var mail =
        new Mail(
            MailKind.valueOf(kind),
            EmailAddress.parse(recipient).orElseThrow(),
            new UserId(userId),
            name == null ? null : new DisplayName(name),
            ticketId == null ? null : new TicketId(ticketId),
            new Client(ip, userAgent),
            createdAt);
    return new ClaimedMail(new MailId(id), mail, attempts);
  }
}
