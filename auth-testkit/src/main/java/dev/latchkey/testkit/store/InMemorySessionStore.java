package dev.latchkey.testkit.store;

import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.OpeningConsequences;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.LiveSession;
import dev.latchkey.domain.session.Opening;
import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.domain.session.Rotated;
import dev.latchkey.domain.session.Rotation;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps sessions in memory. Made by [InMemoryStores].
public final class InMemorySessionStore implements SessionStore {
  private final InMemoryState state;

  InMemorySessionStore(InMemoryState state) {
    this.state = state;
  }

  @Override
  public Optional<User> open(Opening opening, OpeningConsequences consequences) {
    return state.atomically(() ->
        Optional.ofNullable(state.user(opening.session().user()))
            .filter(credentials -> state.mayOpen(credentials, opening))
            .map(credentials -> opened(credentials, opening, consequences)));
  }

  private User opened(Credentials credentials, Opening opening, OpeningConsequences consequences) {
    var session = Micros.of(opening.session());
    var seen = hasSeen(session.user(), session.client());
    var user = credentials.user().loggedIn(session.createdAt());
    var hash = opening.renewed() == null ? credentials.hash() : opening.renewed();
    state.users.put(user.id(), new Credentials(user, hash));
    var idlest =
        state.live(user.id(), session.createdAt()).stream()
            .sorted(Comparator.comparing(Session::lastUsedAt).reversed())
            .skip(opening.maxPerUser() - 1L)
            .toList();
    idlest.forEach(idle -> state.end(new KeptSession(idle, null), EndReason.EVICTED));
    state.sessions.put(session.id(), new KeptSession(session, null));
    put(KeptToken.unspent(opening.first(), opening.digest()));
    state.follow(consequences.opened());
    state.follow(seen ? Consequences.NONE : consequences.newDevice());
    state.follow(idlest.isEmpty() ? Consequences.NONE : consequences.evicted());
    return user;
  }

  @Override
  public Rotated rotate(Rotation rotation, Consequences reused) {
    return state.atomically(() -> rotated(rotation, reused));
  }

  private Rotated rotated(Rotation rotation, Consequences reused) {
    var now = Micros.of(rotation.now());
    var token = state.token(rotation.presented().jti());
    var session = state.session(rotation.presented().session());
    var credentials = state.user(rotation.presented().user());
    if (token == null
        || session == null
        || credentials == null
        || !token.claims().equals(rotation.presented())
        || !token.digest().equals(rotation.presentedDigest())) {
      return new Rotated.Unknown();
    }
    if (session.ended() != null || !credentials.user().active()) {
      return new Rotated.Ended();
    }
    if (!session.isLiveAt(now)) {
      return new Rotated.Expired();
    }
    return token.successor() == null
        ? spent(token, session, credentials.user(), rotation)
        : spentBefore(token, session, credentials.user(), rotation, reused);
  }

  private Rotated spent(KeptToken token, KeptSession session, User user, Rotation rotation) {
    var now = Micros.of(rotation.now());
    var used = session.used(now, Micros.of(rotation.idleUntil()));
    put(token.spent(rotation.successor().jti(), now));
    put(KeptToken.unspent(rotation.successor(), rotation.successorDigest()));
    state.sessions.put(used.session().id(), used);
    return new Rotated.Spent(new LiveSession(used.session(), user));
  }

  private Rotated spentBefore(
      KeptToken token, KeptSession session, User user, Rotation rotation, Consequences reused) {
    var successor = state.gracedSuccessor(token, Micros.of(rotation.now()), rotation.grace());
    if (successor == null) {
      state.end(session, EndReason.TOKEN_REUSED);
      state.follow(reused);
      return new Rotated.Reused();
    }
    return new Rotated.Concurrent(new LiveSession(session.session(), user), successor.claims());
  }

  private void put(KeptToken token) {
    state.tokens.put(token.claims().jti(), token);
  }

  @Override
  public Optional<LiveSession> findLive(SessionId id, Instant now) {
    return state.atomically(() -> live(state.session(id), now));
  }

  @Override
  public Optional<LiveSession> peekLive(SessionId id, Instant now) {
    return live(state.remembered(id), now);
  }

  private Optional<LiveSession> live(@Nullable KeptSession found, Instant now) {
    return Optional.ofNullable(found)
        .filter(session -> session.isLiveAt(now))
        .flatMap(session -> withUser(session.session()));
  }

  @Override
  public Optional<LiveSession> findUnspent(
      RefreshClaims presented, TokenDigest digest, Instant now) {
    return state.atomically(() ->
        Optional.ofNullable(state.token(presented.jti()))
            .filter(token -> token.claims().equals(presented) && token.digest().equals(digest))
            .filter(token -> token.successor() == null)
            .flatMap(token -> findLive(presented.session(), now)));
  }

  private Optional<LiveSession> withUser(Session session) {
    return Optional.ofNullable(state.user(session.user()))
        .map(Credentials::user)
        .filter(User::active)
        .map(user -> new LiveSession(session, user));
  }

  private boolean hasSeen(UserId user, Client client) {
    return state.sessions.values().stream()
        .map(KeptSession::session)
        .filter(session -> session.user().equals(user))
        .anyMatch(session -> session.client().kind().equals(client.kind()));
  }

  @Override
  public List<Session> list(UserId user, Instant now) {
    return state.atomically(() ->
        state.live(user, now).stream()
            .sorted(Comparator.comparing(Session::lastUsedAt).reversed())
            .toList());
  }

  @Override
  public boolean knows(UserId user, String network, Instant since) {
    return state.sessions.values().stream()
        .map(KeptSession::session)
        .filter(session -> session.user().equals(user))
        .filter(session -> network.equals(session.client().network()))
        .anyMatch(session -> !session.createdAt().isBefore(Micros.of(since)));
  }

  @Override
  public boolean end(
      UserId user, SessionId id, EndReason reason, Instant now, Consequences consequences) {
    return state.atomically(() -> {
      var session = state.session(id);
      if (session == null || !session.session().user().equals(user)) {
        return false;
      }
      if (state.end(session, reason)) {
        state.follow(consequences);
      }
      return true;
    });
  }

  @Override
  public void endOthers(
      UserId user, SessionId kept, EndReason reason, Instant now, Consequences consequences) {
    endAllBut(user, kept, reason, consequences);
  }

  @Override
  public void endAll(UserId user, EndReason reason, Instant now, Consequences consequences) {
    endAllBut(user, null, reason, consequences);
  }

  private void endAllBut(
      UserId user, @Nullable SessionId kept, EndReason reason, Consequences consequences) {
    state.atomically(() -> {
      if (state.endAll(user, kept, reason)) {
        state.follow(consequences);
      }
    });
  }

  /// Why the session was ended, which the port tells nobody; empty where it was not.
  public Optional<EndReason> endReason(SessionId id) {
    return Optional.ofNullable(state.session(id)).map(KeptSession::ended);
  }
}
