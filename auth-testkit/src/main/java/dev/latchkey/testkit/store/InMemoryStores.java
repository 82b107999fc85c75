package dev.latchkey.testkit.store;

import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.ticket.Ticket;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/// The users, sessions, audit and mails of one application, kept in memory for as long as the
/// process lives.
///
/// The stores share one lock, so that "deactivate and end every session" is one step here as it is
/// in a database. Nothing is ever forgotten but what is purged: good for tests and first trials,
/// not for a service that stays up.
public final class InMemoryStores {
  private final InMemoryState state;
  private final InMemoryUserStore users;
  private final InMemorySessionStore sessions;
  private final InMemoryTicketStore tickets;
  private final InMemoryApiKeyStore apiKeys;
  private final InMemoryAuditLog audit;
  private final InMemoryOutbox outbox;
  private final InMemoryUserTransfer transfer;
  private final InMemoryClientStore clients;
  private final InMemoryKeyStore keys;

  /// Empty stores.
  public InMemoryStores() {
    this(new InMemoryState());
  }

  InMemoryStores(InMemoryState state) {
    this.state = state;
    users = new InMemoryUserStore(state);
    sessions = new InMemorySessionStore(state);
    tickets = new InMemoryTicketStore(state);
    apiKeys = new InMemoryApiKeyStore(state);
    audit = new InMemoryAuditLog(state);
    outbox = new InMemoryOutbox(state);
    transfer = new InMemoryUserTransfer(state);
    clients = new InMemoryClientStore(state);
    keys = new InMemoryKeyStore(state);
  }

  /// The users.
  public InMemoryUserStore users() {
    return users;
  }

  /// The sessions of these users.
  public InMemorySessionStore sessions() {
    return sessions;
  }

  /// The same users, by the hundred.
  public InMemoryUserTransfer transfer() {
    return transfer;
  }

  /// The tickets of these users.
  public InMemoryTicketStore tickets() {
    return tickets;
  }

  /// The API keys of these users.
  public InMemoryApiKeyStore apiKeys() {
    return apiKeys;
  }

  /// What happened to them.
  public InMemoryAuditLog audit() {
    return audit;
  }

  /// The keys that sign access tokens.
  public InMemoryKeyStore keys() {
    return keys;
  }

  /// The mails to these users.
  public InMemoryOutbox outbox() {
    return outbox;
  }

  /// Services that ask in their own name.
  public InMemoryClientStore clients() {
    return clients;
  }

  /// The mails that were written so far, the oldest first.
  public List<Mail> mails() {
    return state.mails.values().stream().sorted(KeptMail.ORDER).map(KeptMail::mail).toList();
  }

  /// The user's ticket of this purpose that has not been redeemed.
  public Optional<Ticket> ticket(UserId user, TicketPurpose purpose) {
    return state.tickets.stream()
        .filter(ticket -> ticket.user().equals(user) && ticket.purpose() == purpose)
        .findAny();
  }
}
