package dev.latchkey.persistence.mail;

import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.mail.ClaimedMail;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.Outbox;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.port.TicketStore;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.ticket.Ticket;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.persistence.JdbcStores;
import dev.latchkey.persistence.Postgres;
import dev.latchkey.testkit.mail.OutboxContract;
import dev.latchkey.testkit.sample.SampleUsers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbcOutboxTest implements OutboxContract {
  private final JdbcStores stores = JdbcStores.open();

  @AfterAll
  void hasLockedInOneOrderThroughout() {
    stores.close();

    assertThat(stores.deadlocks()).isZero();
  }

  @Test
  void leavesAMailOfAnUnknownKindToWhoKnowsIt() {
    var newer = register();
    kind(newer, "OF_A_LATER_VERSION");
    var known = register();

    var claimed = outbox().claim(10, NOW, LEASE);

    assertThat(claimed).extracting(mail -> mail.mail().user()).containsExactly(known.id());
    kind(newer, "NEW_DEVICE");
    assertThat(outbox().claim(10, NOW, LEASE))
        .extracting(mail -> mail.mail().user(), ClaimedMail::attempt)
        .containsExactly(tuple(newer.id(), 1));
  }

  /// Somebody new, to whom there is a mail.
  private User register() {
    var user = SampleUsers.user();
    var mail = Mail.notice(MailKind.PASSWORD_CHANGED, user, Client.UNKNOWN, NOW);
    users().register(user, HASH, Consequences.NONE.with(mail));
    return user;
  }

  private void kind(User user, String kind) {
    Postgres.execute(
        stores.database(),
        "UPDATE auth.outbox SET kind = '%s' WHERE user_id = '%s'".formatted(kind, user.id()));
  }

  @Override
  public UserStore users() {
    return stores.users();
  }

  @Override
  public SessionStore sessions() {
    return stores.sessions();
  }

  @Override
  public TicketStore tickets() {
    return stores.tickets();
  }

  @Override
  public AuditLog audit() {
    return stores.audit();
  }

  @Override
  public Outbox outbox() {
    return stores.context().getBean(Outbox.class);
  }

  @Override
  public List<AuditEvent> events(UserId user) {
    return stores.events(user);
  }

  @Override
  public List<Mail> mails(UserId user) {
    return stores.mails(user);
  }

  @Override
  public Optional<Ticket> ticket(UserId user, TicketPurpose purpose) {
    return stores.ticket(user, purpose);
  }

  @Override
  public Optional<EndReason> endReason(SessionId id) {
    return stores.endReason(id);
  }
}
