package dev.latchkey.testkit.store;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.port.ApiKeyStore;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.port.Outbox;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.port.TicketStore;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.ticket.Ticket;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.testkit.apikey.ApiKeyStoreContract;
import dev.latchkey.testkit.consequence.ConsequencesContract;
import dev.latchkey.testkit.mail.OutboxContract;
import dev.latchkey.testkit.session.SessionStoreContract;
import dev.latchkey.testkit.ticket.TicketStoreContract;
import dev.latchkey.testkit.user.UserStoreContract;
import java.util.List;
import java.util.Optional;

/// The contracts on stores in memory, sound or broken.
abstract class KeptInMemory
    implements UserStoreContract,
        SessionStoreContract,
        TicketStoreContract,
        ApiKeyStoreContract,
        ConsequencesContract,
        OutboxContract {
  private final InMemoryStores stores;

  KeptInMemory(InMemoryState state) {
    stores = new InMemoryStores(state);
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
  public ApiKeyStore apiKeys() {
    return stores.apiKeys();
  }

  @Override
  public AuditLog audit() {
    return stores.audit();
  }

  @Override
  public Outbox outbox() {
    return stores.outbox();
  }

  @Override
  public List<AuditEvent> events(UserId user) {
    return stores.audit().events().stream().filter(event -> user.equals(event.user())).toList();
  }

  @Override
  public List<Mail> mails(UserId user) {
    return stores.mails().stream().filter(mail -> mail.user().equals(user)).toList();
  }

  @Override
  public Optional<Ticket> ticket(UserId user, TicketPurpose purpose) {
    return stores.ticket(user, purpose);
  }

  @Override
  public Optional<EndReason> endReason(SessionId id) {
    return stores.sessions().endReason(id);
  }
}
