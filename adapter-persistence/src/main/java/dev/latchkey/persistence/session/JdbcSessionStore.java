package dev.latchkey.persistence.session;

import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.OpeningConsequences;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.port.Unavailable;
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
import dev.latchkey.persistence.Guarded;
import dev.latchkey.persistence.Micros;
import dev.latchkey.persistence.audit.AuditAppender;
import dev.latchkey.persistence.consequence.ConsequenceWriter;
import dev.latchkey.persistence.session.live.LiveSessions;
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
  private final AuditAppender audit;
  private final ConsequenceWriter writer;
  private final LiveSessions live;

  JdbcSessionStore(
      Guarded guarded,
      SessionRows rows,
      OpenStatement opening,
      TokenRotation rotation,
      AuditAppender audit,
      ConsequenceWriter writer,
      LiveSessions live) {
    this.guarded = guarded;
    this.rows = rows;
    this.opening = opening;
    this.rotation = rotation;
    this.audit = audit;
    this.writer = writer;
    this.live = live;
  }

  @Override
  public Optional<User> open(Opening wanted, OpeningConsequences consequences) {
    return live.changing(
        wanted.session().user(),
        () ->
            openAtOnce(wanted, consequences)
                .or(() -> guarded.together(() -> openInSteps(wanted, consequences)))
                .map(HolderRow::toUser));
  }

  /// The usual log-in, in one round trip.
  ///
  /// @return empty where another one came between, a session has to end or somebody to be told by
  ///   mail; then nothing was done
  private Optional<HolderRow> openAtOnce(Opening wanted, OpeningConsequences consequences) {
    var opened = consequences.opened();
    if (opened.events().size() > 1 || !opened.mails().isEmpty() || opened.ticket() != null) {
      return Optional.empty();
    }
    var event = opened.events().isEmpty() ? null : audit.columns(opened.events().getFirst());
    var kind = consequences.newDevice().isNone() ? null : wanted.session().client().kind();
    try {
      return guarded.once(() -> opening.openAtOnce(wanted, kind, event));
    } catch (Unavailable e) {
      throw e;
    } catch (RuntimeException e) {
      if (event == null) {
        throw e;
      }
      // It may be the audit that takes no row: the step of its own will tell.
      return Optional.empty();
    }
  }

  private Optional<HolderRow> openInSteps(Opening wanted, OpeningConsequences consequences) {
    var user = opening.open(wanted);
    if (user.isPresent()) {
      writer.write(evict(wanted) ? consequences.evicted() : Consequences.NONE);
      var newDevice = consequences.newDevice();
      writer.write(newDevice.isNone() || hasSeen(wanted) ? Consequences.NONE : newDevice);
      writer.write(consequences.opened());
    }
    return user;
  }

  private boolean hasSeen(Opening wanted) {
    var session = wanted.session();
    return rows.hasSeen(session.user().value(), session.id().value(), session.client().kind());
  }

  /// A statement of its own, so that it sees what others opened while this one waited for the user.
  private boolean evict(Opening wanted) {
    var session = wanted.session();
    return rows.evict(
            session.user().value(),
            session.id().value(),
            wanted.maxPerUser(),
            Micros.typed(session.createdAt()))
        > 0;
  }

  @Override
  public Rotated rotate(Rotation wanted, Consequences reused) {
    return guarded
        .once(() -> rotation.spend(wanted))
        .orElseGet(() ->
            live.ending(
                wanted.presented().session(),
                () -> guarded.together(() -> classify(wanted, reused))));
  }

  private Rotated classify(Rotation wanted, Consequences reused) {
    var rotated = rotation.classify(wanted);
    if (rotated instanceof Rotated.Reused) {
      writer.write(reused);
    }
    return rotated;
  }

  @Override
  public Optional<LiveSession> findLive(SessionId id, Instant now) {
    return live.find(id, now, () -> guarded.once(() -> readLive(id, now)));
  }

  private Optional<LiveSession> readLive(SessionId id, Instant now) {
    return Optional.ofNullable(rows.findLive(id.value(), Micros.typed(now)))
        .map(SessionRow::toLive);
  }

  @Override
  public Optional<LiveSession> peekLive(SessionId id, Instant now) {
    return live.peek(id, now);
  }

  @Override
  public Optional<LiveSession> findUnspent(
      RefreshClaims presented, TokenDigest digest, Instant now) {
    return guarded.once(() ->
        Optional.ofNullable(
                rows.findUnspent(
                    presented.session().value(),
                    presented.user().value(),
                    presented.jti(),
                    digest.bytes(),
                    Micros.typed(now)))
            .map(SessionRow::toLive));
  }

  @Override
  public List<Session> list(UserId user, Instant now) {
    return guarded.once(() ->
        rows.list(user.value(), Micros.typed(now)).stream().map(SessionRow::toSession).toList());
  }

  @Override
  public boolean knows(UserId user, String network, Instant since) {
    return guarded.once(() -> rows.countFrom(user.value(), network, Micros.typed(since)) > 0);
  }

  @Override
  public boolean end(
      UserId user, SessionId id, EndReason reason, Instant now, Consequences consequences) {
    return live.ending(
        id,
        () ->
            guarded.together(() -> {
              if (rows.end(id.value(), user.value(), reason.name(), Micros.typed(now)) == 1) {
                writer.write(consequences);
                return true;
              }
              return rows.exists(id.value(), user.value());
            }));
  }

  @Override
  public void endOthers(
      UserId user, SessionId kept, EndReason reason, Instant now, Consequences consequences) {
    endAllBut(user, kept, reason, now, consequences);
  }

  @Override
  public void endAll(UserId user, EndReason reason, Instant now, Consequences consequences) {
    endAllBut(user, null, reason, now, consequences);
  }

  private void endAllBut(
      UserId user,
      @Nullable SessionId kept,
      EndReason reason,
      Instant now,
      Consequences consequences) {
    var keptId = kept == null ? null : kept.value();
    live.changing(
        user,
        () ->
            guarded.together(() -> {
              rows.lockUser(user.value());
              var ended = rows.endAll(user.value(), keptId, reason.name(), Micros.typed(now));
              writer.write(ended > 0 ? consequences : Consequences.NONE);
              return ended;
            }));
  }
}
