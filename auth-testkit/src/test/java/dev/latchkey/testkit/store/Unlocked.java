package dev.latchkey.testkit.store;

import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.ticket.Ticket;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads, dawdles and writes without any lock.
class Unlocked extends InMemoryState {

  @Override
  <T> T atomically(Supplier<T> work) {
    return work.get();
  }

  @Override
  @Nullable Credentials user(UserId id) {
    return dawdling(super.user(id));
  }

  @Override
  @Nullable KeptSession session(SessionId id) {
    return dawdling(super.session(id));
  }

  @Override
  @Nullable KeptToken token(UUID jti) {
    return dawdling(super.token(jti));
  }

  @Override
  @Nullable KeptClient client(ClientId id) {
    return dawdling(super.client(id));
  }

  @Override
  List<KeptMail> due(Instant now) {
    return dawdling(super.due(now));
  }

  @Override
  @Nullable Ticket ticket(TokenDigest digest, TicketPurpose purpose, Instant now) {
    return dawdling(super.ticket(digest, purpose, now));
  }

  @Override
  List<ApiKey> liveApiKeys(UserId user, Instant now) {
    return dawdling(super.liveApiKeys(user, now));
  }

  @Override
  boolean mayCreate(UserId user, SessionId by, Instant now) {
    return dawdling(super.mayCreate(user, by, now));
  }

  @Override
  boolean revoke(KeptApiKey kept) {
    return super.revoke(dawdling(kept));
  }

  @Override
  void put(KeptApiKey kept) {
    super.put(dawdling(kept));
  }

  @Override
  List<Session> live(UserId user, Instant now) {
    return dawdling(super.live(user, now));
  }

  @Override
  boolean isTaken(UserId self, Predicate<User> clash) {
    return dawdling(super.isTaken(self, clash));
  }

  @Override
  boolean endAll(UserId user, @Nullable SessionId kept, EndReason reason) {
    return super.endAll(user, dawdling(kept), reason);
  }

  private static <T extends @Nullable Object> T dawdling(T seen) {
    LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(900_000));
    return seen;
  }

  /// Purges sessions but leaves the user on record, whose absence would hide what comes back.
  static final class Forgetful extends Unlocked {
    @Override
    void erase(UserId user) {
      sessions.values().removeIf(session -> session.session().user().equals(user));
      tokens.values().removeIf(token -> token.claims().user().equals(user));
    }
  }
}
