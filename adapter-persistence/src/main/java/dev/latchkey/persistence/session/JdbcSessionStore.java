package dev.latchkey.persistence.session;

import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.LiveSession;
import dev.latchkey.domain.session.Opening;
import dev.latchkey.domain.session.Rotated;
import dev.latchkey.domain.session.Rotation;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.persistence.Guarded;
import dev.latchkey.persistence.Micros;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps sessions in PostgreSQL. Locks are taken in one order: a user's row before the rows of
/// their sessions, a session's row before those of its tokens.
@Singleton
final class JdbcSessionStore implements SessionStore {
  private final Guarded guarded;
  private final SessionRows rows;
  private final OpenStatement opening;
  private final TokenRotation rotation;

  JdbcSessionStore(
      Guarded guarded, SessionRows rows, OpenStatement opening, TokenRotation rotation) {
    this.guarded = guarded;
    this.rows = rows;
    this.opening = opening;
    this.rotation = rotation;
  }

  @Override
  public Optional<User> open(Opening opening) {
    return guarded.together(() -> {
      var user = insert(opening).map(HolderRow::toUser);
      user.ifPresent(opened -> evict(opening));
      return user;
    });
  }

  private Optional<HolderRow> insert(Opening wanted) {
    var session = wanted.session();
    var first = wanted.first();
    return opening
        .open(
            session.user().value(),
            wanted.verified().reveal(),
            wanted.renewed() == null ? null : wanted.renewed().reveal(),
            session.id().value(),
            Micros.of(session.createdAt()),
            Micros.of(session.lastUsedAt()),
            Micros.of(session.expiresAt()),
            Micros.of(session.idleUntil()),
            session.client().userAgent(),
            session.client().ip(),
            first.jti(),
            wanted.digest().bytes(),
            first.issuedAt(),
            first.expiresAt(),
            first.keyId())
        .stream()
        .findFirst();
  }

  /// A statement of its own, so that it sees what others opened while this one waited for the user.
  private void evict(Opening wanted) {
    var session = wanted.session();
    rows.evict(
        session.user().value(),
        session.id().value(),
        wanted.maxPerUser(),
        Micros.of(session.createdAt()));
  }

  @Override
  public Rotated rotate(Rotation wanted) {
    return guarded
        .once(() -> rotation.spend(wanted))
        .orElseGet(() -> guarded.together(() -> rotation.classify(wanted)));
  }

  @Override
  public Optional<LiveSession> findLive(SessionId id, Instant now) {
    return guarded.once(() ->
        Optional.ofNullable(rows.findLive(id.value(), Micros.typed(now))).map(SessionRow::toLive));
  }

  @Override
  public List<Session> list(UserId user, Instant now) {
    return guarded.once(
        () -> rows.list(user.value(), now).stream().map(SessionRow::toSession).toList());
  }

  @Override
  public boolean end(UserId user, SessionId id, EndReason reason, Instant now) {
    return guarded.once(
        () -> rows.end(id.value(), user.value(), reason.name(), Micros.of(now)) == 1);
  }

  @Override
  public void endOthers(UserId user, SessionId kept, EndReason reason, Instant now) {
    endAllBut(user, kept, reason, now);
  }

  @Override
  public void endAll(UserId user, EndReason reason, Instant now) {
    endAllBut(user, null, reason, now);
  }

  private void endAllBut(UserId user, @Nullable SessionId kept, EndReason reason, Instant now) {
    var keptId = kept == null ? null : kept.value();
    guarded.together(() -> {
      rows.lockUser(user.value());
      return rows.endAll(user.value(), keptId, reason.name(), Micros.of(now));
    });
  }
}
