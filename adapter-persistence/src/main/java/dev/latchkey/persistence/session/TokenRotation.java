package dev.latchkey.persistence.session;

import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.Rotated;
import dev.latchkey.domain.session.Rotation;
import dev.latchkey.persistence.Micros;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Rotates a refresh token: first as if all were well, and where it is not, by looking closer.
@Singleton
final class TokenRotation {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final RotateStatement statement;
  private final SharedStatement<Rotation, Optional<SessionRow>> shared;
  private final SessionRows sessions;
  private final TokenRows tokens;

  TokenRotation(RotateStatement statement, SessionRows sessions, TokenRows tokens) {
    this.statement = statement;
    this.shared = new SharedStatement<>(statement::rotate, PATIENCE);
    this.sessions = sessions;
    this.tokens = tokens;
  }

  /// Spends the token where it is unspent, its session lives and nobody else has locked it. One
  /// statement, shared with those who come at the same time; not within a transaction.
  Optional<Rotated> spend(Rotation rotation) {
    return shared.call(rotation).map(TokenRotation::spent);
  }

  /// Says what a token is that could not be spent, and ends the session where it was spent before.
  /// Within a transaction, so that the lock on the session holds throughout.
  Rotated classify(Rotation rotation) {
    var session = sessions.lock(rotation.presented().session().value());
    var token = tokens.findByJti(rotation.presented().jti());
    if (session == null || token == null || !isPresented(rotation, session, token)) {
      return new Rotated.Unknown();
    }
    if (session.isEnded()) {
      return new Rotated.Ended();
    }
    if (!session.toSession().isRunningAt(Micros.of(rotation.now()))) {
      return new Rotated.Expired();
    }
    // Unspent here means that whoever had locked the session is done, or the user is inactive.
    return token.rotatedAt() == null
        ? spendLocked(rotation).orElseGet(Rotated.Ended::new)
        : spentBefore(rotation, session, token);
  }

  private Optional<Rotated> spendLocked(Rotation rotation) {
    return statement.rotate(List.of(rotation)).getFirst().map(TokenRotation::spent);
  }

  private static Rotated spent(SessionRow session) {
    return new Rotated.Spent(session.toLive());
  }

  private static boolean isPresented(Rotation rotation, SessionRow session, TokenRow token) {
    return token.sessionId().equals(session.id()) && token.hasDigest(rotation.presentedDigest());
  }

  private Rotated spentBefore(Rotation rotation, SessionRow session, TokenRow token) {
    var unspent = tokens.findUnspent(session.id());
    if (unspent != null && isConcurrent(rotation, token, unspent)) {
      return new Rotated.Concurrent(
          session.toLive(), unspent.toClaims(rotation.presented().user()));
    }
    sessions.end(
        session.id(),
        session.user().id(),
        EndReason.TOKEN_REUSED.name(),
        Micros.typed(rotation.now()));
    return new Rotated.Reused();
  }

  private static boolean isConcurrent(Rotation rotation, TokenRow token, TokenRow unspent) {
    return token.isParentOf(unspent)
        && token.wasSpentWithin(rotation.grace(), Micros.of(rotation.now()));
  }
}
