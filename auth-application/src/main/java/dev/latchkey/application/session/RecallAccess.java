package dev.latchkey.application.session;

import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.port.AccessTokens;
import dev.latchkey.domain.port.SessionStore;
import java.time.InstantSource;
import java.util.Optional;

/// Finds out who presents an access token, as [CheckAccess] does, where that is known without
/// asking anybody.
public final class RecallAccess {
  private final SessionStore sessions;
  private final AccessTokens accessTokens;
  private final InstantSource clock;

  public RecallAccess(SessionStore sessions, AccessTokens accessTokens, InstantSource clock) {
    this.sessions = sessions;
    this.accessTokens = accessTokens;
    this.clock = clock;
  }

  /// The user and session behind a token. Never waits, so that an event loop may call it.
  ///
  /// @param token whatever the client sent
  /// @param origin the request that it came with
  /// @return empty where [CheckAccess] has to be asked
  public Optional<Caller> recall(String token, Origin origin) {
    return accessTokens
        .peek(token)
        .flatMap(access ->
            CheckAccess.caller(
                access, sessions.peekLive(access.session(), clock.instant()), origin));
  }
}
