package dev.latchkey.domain.port;

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
import java.util.List;
import java.util.Optional;

/// Keeps sessions and the digests of their refresh tokens. Each method is one transaction, and what
/// it did is durable and seen by every node when it returns. Calls that concern one session or user
/// wait for each other; a loser sees the winner's work, it does not fail. Every method may throw
/// [Unavailable].
public interface SessionStore {

  /// Opens a session with its first refresh token, notes the log-in on the user and renews the
  /// password hash where asked to. Ends the sessions idle longest where the user would have more
  /// than `maxPerUser`, also where several are opened at once. A deactivation or password change
  /// that commits first wins: no session is opened.
  ///
  /// @return the user as of now; empty where they are no longer active or the verified hash no
  ///   longer theirs, and nothing was done
  Optional<User> open(Opening opening, OpeningConsequences consequences);

  /// Spends a refresh token and stores its successor. A session has at most one unspent token.
  ///
  /// - Of any number of rotations of one token at once, one spends it; the others are concurrent
  ///   and get the same successor.
  /// - A token that was spent is concurrent while it is the parent of the session's unspent token
  ///   and was spent no longer than the grace ago. Being concurrent does not prolong that.
  /// - Any other spent token ends the session for [EndReason#TOKEN_REUSED], and that is committed.
  /// - Against a log-out, deactivation, password change or purge: if that commits first, nothing is
  ///   rotated; if the rotation commits first, its successor is ended with the session.
  ///
  /// @param reused what is written where the session is ended
  Rotated rotate(Rotation rotation, Consequences reused);

  /// The session of this id with its user, where it has neither ended nor run out at `now` and the
  /// user is active. What every checked request asks: one indexed read, or none where the store can
  /// tell that what it read before still holds. When the session was last used, and until when it
  /// may be idle, may have moved on since; when the user last logged in, by a minute at most.
  Optional<LiveSession> findLive(SessionId id, Instant now);

  /// What [#findLive(SessionId, Instant)] would find, where the store can tell without asking
  /// anybody. Never waits, so that an event loop may call it. Empty says nothing.
  ///
  /// On the node on which something was ended or changed, this and `findLive` know of it when the
  /// call that did it returns; on every other node as soon as that hears of it, which takes
  /// milliseconds, and where it cannot hear, it does not answer from memory.
  default Optional<LiveSession> peekLive(SessionId id, Instant now) {
    return Optional.empty();
  }

  /// The live session in which this refresh token would be exchanged: found as by
  /// [#findLive(SessionId, Instant)], and the token is on record and unspent. Changes nothing.
  Optional<LiveSession> findUnspent(RefreshClaims presented, TokenDigest digest, Instant now);

  /// The user's sessions that have neither ended nor run out at `now`, the last used first.
  List<Session> list(UserId user, Instant now);

  /// Whether a session of this user was opened from this network at or after `since`, whatever
  /// became of it. For a user whom nobody knows the work is the same.
  ///
  /// @param network as a [dev.latchkey.domain.session.Client] tells it
  boolean knows(UserId user, String network, Instant since);

  /// Ends one session of this user. Ending twice is no error, keeps the first reason and has no
  /// consequences.
  ///
  /// @return false where the user has no session of this id on record
  boolean end(UserId user, SessionId id, EndReason reason, Instant now, Consequences consequences);

  /// Ends every session of this user but one. Where there is none to end, there are no
  /// consequences.
  void endOthers(
      UserId user, SessionId kept, EndReason reason, Instant now, Consequences consequences);

  /// Ends every session of this user. Where there is none to end, there are no consequences.
  void endAll(UserId user, EndReason reason, Instant now, Consequences consequences);
}
