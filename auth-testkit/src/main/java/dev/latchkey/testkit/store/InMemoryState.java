package dev.latchkey.testkit.store;

import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.key.KeyRing;
import dev.latchkey.domain.mail.MailId;
import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.Opening;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.ticket.Ticket;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.testkit.id.SequentialIds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What both stores share: the records, the lock, and the steps that decide races. Each step is a
/// method of its own, so that a test can show what breaks without it.
class InMemoryState {
  final Map<UserId, Credentials> users = new ConcurrentHashMap<>();
  final Map<SessionId, KeptSession> sessions = new ConcurrentHashMap<>();
  final Map<UUID, KeptToken> tokens = new ConcurrentHashMap<>();
  final List<AuditEntry> audit = new CopyOnWriteArrayList<>();
  private final SequentialIds auditIds = new SequentialIds();
  final Map<MailId, KeptMail> mails = new ConcurrentHashMap<>();
  final List<Ticket> tickets = new CopyOnWriteArrayList<>();
  final Map<ApiKeyId, KeptApiKey> apiKeys = new ConcurrentHashMap<>();
  final Map<ClientId, KeptClient> clients = new ConcurrentHashMap<>();
  final Map<UUID, ClientId> revoked = new ConcurrentHashMap<>();
  volatile KeyRing keys = KeyRing.EMPTY;

  /// Does the work while nobody else does any.
  <T> T atomically(Supplier<T> work) {
    synchronized (this) {
      return work.get();
    }
  }

  /// Does the work while nobody else does any.
  final void atomically(Runnable work) {
    atomically(() -> {
      work.run();
      return true;
    });
  }

  @Nullable Credentials user(UserId id) {
    return users.get(id);
  }

  @Nullable KeptSession session(SessionId id) {
    return sessions.get(id);
  }

  /// The session, for whoever cannot wait for the lock.
  @Nullable KeptSession remembered(SessionId id) {
    return sessions.get(id);
  }

  @Nullable KeptToken token(UUID jti) {
    return tokens.get(jti);
  }

  @Nullable KeptClient client(ClientId id) {
    return clients.get(id);
  }

  boolean isTaken(UserId self, Predicate<User> clash) {
    return users.values().stream()
        .map(Credentials::user)
        .anyMatch(user -> !user.id().equals(self) && clash.test(user));
  }

  boolean isLastAdmin(User user) {
    return user.isActiveAdmin() && !isTaken(user.id(), User::isActiveAdmin);
  }

  List<Session> live(UserId user, Instant now) {
    return sessions.values().stream()
        .filter(session -> session.isLiveAt(now))
        .map(KeptSession::session)
        .filter(session -> session.user().equals(user))
        .toList();
  }

  boolean mayOpen(Credentials credentials, Opening opening) {
    return credentials.user().active() && opening.verified().equals(credentials.hash());
  }

  /// Appends an event under a new id.
  void append(AuditEvent event) {
    audit.add(new AuditEntry(auditIds.next(), event));
  }

  /// Writes what goes with a change.
  void follow(Consequences consequences) {
    consequences.events().forEach(this::append);
    consequences.mails().stream().map(KeptMail::waiting).forEach(this::put);
    var issued = consequences.ticket();
    if (issued != null) {
      issue(issued);
    }
  }

  /// The mails that may be claimed.
  List<KeptMail> due(Instant now) {
    return mails.values().stream().filter(mail -> mail.isDueAt(now)).toList();
  }

  void put(KeptMail mail) {
    mails.put(mail.id(), mail);
  }

  @Nullable KeptMail mail(MailId id) {
    return mails.get(id);
  }

  /// Puts a ticket in the place of the user's older one of its purpose; one that resets the
  /// password also in the place of one that verifies the address.
  void issue(Ticket issued) {
    var old =
        tickets.stream()
            .filter(ticket -> ticket.purpose() == issued.purpose())
            .filter(ticket -> replaces(issued, ticket))
            .findAny();
    var hash = issued.hash() != null || old.isEmpty() ? issued.hash() : old.get().hash();
    tickets.removeIf(ticket -> replaces(issued, ticket));
    tickets.add(
        new Ticket(
            issued.id(),
            issued.purpose(),
            issued.user(),
            issued.email(),
            hash,
            issued.digest(),
            Micros.of(issued.createdAt()),
            Micros.of(issued.expiresAt())));
  }

  private static boolean replaces(Ticket issued, Ticket old) {
    return old.user().equals(issued.user())
        && (old.purpose() == issued.purpose()
            || (issued.purpose() == TicketPurpose.RESET_PASSWORD
                && old.purpose() == TicketPurpose.VERIFY_EMAIL));
  }

  /// The ticket that could be redeemed.
  @Nullable Ticket ticket(TokenDigest digest, TicketPurpose purpose, Instant now) {
    return tickets.stream()
        .filter(ticket -> ticket.digest().equals(digest) && ticket.purpose() == purpose)
        .filter(ticket -> now.isBefore(ticket.expiresAt()) && isActive(ticket.user()))
        .findAny()
        .orElse(null);
  }

  private boolean isActive(UserId id) {
    var credentials = user(id);
    return credentials != null && credentials.user().active();
  }

  /// Takes away the ticket that is redeemed.
  @Nullable Ticket take(TokenDigest digest, TicketPurpose purpose, Instant now) {
    var ticket = ticket(digest, purpose, now);
    if (ticket != null) {
      tickets.remove(ticket);
    }
    return ticket;
  }

  void dropTickets(UserId user) {
    tickets.removeIf(ticket -> ticket.user().equals(user));
  }

  /// Ends a session that has not ended before.
  ///
  /// @return whether there was anything to end
  boolean end(KeptSession session, EndReason reason) {
    if (session.ended() != null) {
      return false;
    }
    sessions.put(session.session().id(), new KeptSession(session.session(), reason));
    return true;
  }

  /// Ends the user's sessions, but for the one that is kept.
  ///
  /// @return whether there was one to end
  boolean endAll(UserId user, @Nullable SessionId kept, EndReason reason) {
    return sessions.values().stream()
            .filter(session -> session.session().user().equals(user))
            .filter(session -> !session.session().id().equals(kept))
            .filter(session -> end(session, reason))
            .count()
        > 0;
  }

  /// Whether the user is active and may ask for an API key in this session.
  boolean mayCreate(UserId user, SessionId by, Instant now) {
    var session = session(by);
    return isActive(user)
        && session != null
        && session.session().user().equals(user)
        && session.isLiveAt(now);
  }

  List<ApiKey> liveApiKeys(UserId user, Instant now) {
    return apiKeys.values().stream()
        .filter(kept -> kept.isLiveAt(now) && kept.key().user().equals(user))
        .map(KeptApiKey::key)
        .toList();
  }

  void put(KeptApiKey kept) {
    apiKeys.put(kept.key().id(), kept);
  }

  /// Revokes a key that has not been revoked before.
  ///
  /// @return whether there was anything to revoke
  boolean revoke(KeptApiKey kept) {
    if (kept.revoked()) {
      return false;
    }
    put(new KeptApiKey(kept.key(), kept.digest(), true));
    return true;
  }

  /// Revokes every key of the user.
  void revokeApiKeys(UserId user) {
    apiKeys.values().stream().filter(kept -> kept.key().user().equals(user)).forEach(this::revoke);
  }

  /// The successor that a spent token still answers with; null where it has had its time.
  @Nullable KeptToken gracedSuccessor(KeptToken spent, Instant now, Duration grace) {
    var place = spent.successor();
    if (place == null || !place.isGracedAt(now, grace)) {
      return null;
    }
    var successor = token(place.jti());
    return successor != null && successor.successor() == null ? successor : null;
  }

  void erase(UserId user) {
    users.remove(user);
    sessions.values().removeIf(session -> session.session().user().equals(user));
    tokens.values().removeIf(token -> token.claims().user().equals(user));
    apiKeys.values().removeIf(kept -> kept.key().user().equals(user));
    dropTickets(user);
    mails.values().removeIf(kept -> kept.mail().user().equals(user));
    audit.replaceAll(entry ->
        isAbout(entry.event(), user)
            ? new AuditEntry(entry.id(), withoutDevice(entry.event()))
            : entry);
  }

  private static boolean isAbout(AuditEvent event, UserId user) {
    return user.equals(event.user()) || user.equals(event.actor());
  }

  private static AuditEvent withoutDevice(AuditEvent event) {
    return new AuditEvent(
        event.kind(),
        event.at(),
        new Origin(event.origin().requestId(), Client.UNKNOWN),
        event.actor(),
        event.user(),
        event.session(),
        event.key(),
        event.detail());
  }
}
