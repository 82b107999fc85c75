package dev.latchkey.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.port.TicketStore;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.ticket.Ticket;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.persistence.session.live.Belief;
import dev.latchkey.testkit.store.StoresUnderTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/// The contracts on stores in a PostgreSQL database of their own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class KeptInPostgres implements StoresUnderTest {
  protected final JdbcStores stores = JdbcStores.open();

  /// The contracts hold without a word from the database: the stores forget what they change.
  @BeforeAll
  void remembersLiveSessions() {
    Belief.withoutProof(stores.context());
  }

  @AfterAll
  void hasLockedInOneOrderThroughout() {
    stores.close();

    assertThat(stores.deadlocks()).isZero();
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
