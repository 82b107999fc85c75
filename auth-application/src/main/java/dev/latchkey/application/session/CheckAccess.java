package dev.latchkey.application.session;

import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.port.AccessTokens;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.session.LiveSession;
import dev.latchkey.domain.token.VerifiedAccess;
import java.time.InstantSource;
import java.util.Optional;

/// Finds out who presents an access token, as things stand now: a session that was ended, a user
/// who was deactivated and a role that was taken away count at once, whatever the token says.
public final class CheckAccess {
  private final SessionStore sessions;
  private final AccessTokens accessTokens;
  private final InstantSource clock;

  public CheckAccess(SessionStore sessions, AccessTokens accessTokens, InstantSource clock) {
    this.sessions = sessions;
    this.accessTokens = accessTokens;
    this.clock = clock;
  }

  /// The user and session behind a token.
  ///
  /// @param token whatever the client sent
  /// @param origin the request that it came with
  /// @return empty where it is no access token of ours, or no longer good
  public Optional<Caller> check(String token, Origin origin) {
    return accessTokens
        .verify(token)
        .flatMap(
            access -> caller(access, sessions.findLive(access.session(), clock.instant()), origin));
  }

  /// Whoever a token is of, where the session was found and is theirs.
  static Optional<Caller> caller(
      VerifiedAccess access, Optional<LiveSession> found, Origin origin) {
    return found
        .filter(live -> live.user().id().equals(access.user()))
        .map(live -> new Caller(live.user(), live.session().id(), origin));
  }
}
