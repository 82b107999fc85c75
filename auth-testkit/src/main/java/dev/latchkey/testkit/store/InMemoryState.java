package dev.latchkey.testkit.store;

import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.Opening;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What both stores share: the records, the lock, and the steps that decide races. Each step is a
/// method of its own, so that a test can show what breaks without it.
class InMemoryState {
  final Map<UserId, Credentials> users = new ConcurrentHashMap<>();
  final Map<SessionId, KeptSession> sessions = new ConcurrentHashMap<>();
  final Map<UUID, KeptToken> tokens = new ConcurrentHashMap<>();

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

  @Nullable KeptToken token(UUID jti) {
    return tokens.get(jti);
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

  void end(KeptSession session, EndReason reason) {
    sessions.put(session.session().id(), session.ended(reason));
  }

  /// Ends the user's sessions, but for the one that is kept.
  void endAll(UserId user, @Nullable SessionId kept, EndReason reason) {
    sessions.values().stream()
        .filter(session -> session.session().user().equals(user))
        .filter(session -> !session.session().id().equals(kept))
        .forEach(session -> end(session, reason));
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
  }
}
