package dev.latchkey.domain.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.ticket.Ticket;
import dev.latchkey.domain.ticket.TicketId;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.Profile;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConsequencesTest {
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
  private static final User ADA =
      User.register(
          new UserId(UUID.randomUUID()),
          address("ada@x.test"),
          new Profile(null, new DisplayName("Ada"), null),
          RoleName.USER,
          NOW);

  @Test
  void gathersWhatGoesWithAChange() {
    var event = AuditEvent.of(EventKind.USER_REGISTERED, NOW, Origin.UNKNOWN).about(ADA.id());
    var ticket = ticket();
    var link =
        Mail.withTicket(
            MailKind.CONFIRM_EMAIL_CHANGE,
            ADA,
            address("new@x.test"),
            ticket.id(),
            Client.UNKNOWN,
            NOW);
    var notice = Mail.notice(MailKind.EMAIL_CHANGED, ADA, Client.UNKNOWN, NOW);

    var all = Consequences.of(event).with(link).with(ticket).with(notice);

    assertThat(all.events()).containsExactly(event);
    assertThat(all.mails()).containsExactly(link, notice);
    assertThat(all.ticket()).isEqualTo(ticket);
    assertThat(Consequences.NONE.events()).isEmpty();
  }

  @Test
  void addressesAMailToWhoMayReadIt() {
    var ticket = ticket();
    var elsewhere = address("new@x.test");

    var link =
        Mail.withTicket(
            MailKind.CONFIRM_EMAIL_CHANGE, ADA, elsewhere, ticket.id(), Client.UNKNOWN, NOW);
    var notice = Mail.notice(MailKind.EMAIL_CHANGED, ADA, Client.UNKNOWN, NOW);

    assertThat(link.to()).isEqualTo(elsewhere);
    assertThat(link.ticket()).isEqualTo(ticket.id());
    assertThat(notice.to()).isEqualTo(ADA.email());
    assertThat(notice.ticket()).isNull();
    assertThat(notice.name()).isEqualTo(new DisplayName("Ada"));
  }

  private static Ticket ticket() {
    return new Ticket(
        new TicketId(UUID.randomUUID()),
        TicketPurpose.CHANGE_EMAIL,
        ADA.id(),
        address("new@x.test"),
        null,
        TokenDigest.of("a secret of 256 bits"),
        NOW,
        NOW.plusSeconds(60));
  }

  private static EmailAddress address(String text) {
    return EmailAddress.parse(text).orElseThrow();
  }
}
