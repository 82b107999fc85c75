package dev.latchkey.application.session;

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
  public boolean logOut(String token, Scope scope) {
    var claims = refreshTokens.read(token);
    claims.ifPresent(holder -> end(holder, scope));
    return claims.isPresent();
  }

  private void end(RefreshClaims holder, Scope scope) {
    var now = clock.instant();
    if (scope == Scope.SESSION) {
      sessions.end(holder.user(), holder.session(), EndReason.LOGGED_OUT, now);
    } else if (sessions.findLive(holder.session(), now).isPresent()) {
      if (scope == Scope.ALL) {
        sessions.endAll(holder.user(), EndReason.LOGGED_OUT, now);
      } else {
        sessions.endOthers(holder.user(), holder.session(), EndReason.LOGGED_OUT, now);
      }
    }
  }
}
