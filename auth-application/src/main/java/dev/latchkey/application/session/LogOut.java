package dev.latchkey.application.session;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.RefreshTokens;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.RefreshClaims;
import java.time.InstantSource;

/// Ends sessions for whoever holds a refresh token of the user.
public final class LogOut {
  private final SessionStore sessions;
  private final RefreshTokens refreshTokens;
  private final InstantSource clock;

  public LogOut(SessionStore sessions, RefreshTokens refreshTokens, InstantSource clock) {
    this.sessions = sessions;
    this.refreshTokens = refreshTokens;
    this.clock = clock;
  }

  /// Which sessions a log-out ends.
  public enum Scope {
    /// The token's own.
    SESSION,
    /// All of the user's but the token's own.
    OTHERS,
    /// All of the user's.
    ALL
  }

  /// Ends sessions at once, on every node, with their access and refresh tokens. Doing it twice is
  /// no error. An expired or spent token still ends its own session; only the token of a live
  /// session reaches the user's other ones.
  ///
  /// @param token whatever the client sent
  /// @return false where it is no refresh token of ours, and nothing was done
  public boolean logOut(String token, Scope scope, Origin origin) {
    var claims = refreshTokens.read(token);
    claims.ifPresent(holder -> end(holder, scope, origin));
    return claims.isPresent();
  }

  private void end(RefreshClaims holder, Scope scope, Origin origin) {
    var now = clock.instant();
    var user = holder.user();
    var session = holder.session();
    var kind = scope == Scope.SESSION ? EventKind.SESSION_ENDED : EventKind.SESSIONS_ENDED;
    var event = AuditEvent.of(kind, now, origin).by(user).about(user).in(session);
    var consequences = Consequences.of(event);
    if (scope == Scope.SESSION) {
      sessions.end(user, session, EndReason.LOGGED_OUT, now, consequences);
    } else if (sessions.findLive(session, now).isPresent()) {
      if (scope == Scope.ALL) {
        sessions.endAll(user, EndReason.LOGGED_OUT, now, consequences);
      } else {
        sessions.endOthers(user, session, EndReason.LOGGED_OUT, now, consequences);
      }
    }
  }
}
