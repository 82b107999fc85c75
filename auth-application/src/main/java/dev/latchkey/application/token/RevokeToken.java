package dev.latchkey.application.token;

import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.apikey.RawApiKey;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.client.RegisteredClient;
import dev.latchkey.domain.port.AccessTokens;
import dev.latchkey.domain.port.ApiKeyStore;
import dev.latchkey.domain.port.ClientStore;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.RefreshTokens;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.token.VerifiedClient;
import dev.latchkey.domain.user.UserId;
import java.time.InstantSource;

/// Makes a token good for nothing (RFC 7009). Whoever holds a user's token may end its session, as
/// at a log-out, and revoke a user's API key; a client's token is revoked by that client alone.
public final class RevokeToken {
  private final SessionStore sessions;
  private final ClientStore clients;
  private final ApiKeyStore apiKeys;
  private final AccessTokens accessTokens;
  private final RefreshTokens refreshTokens;
  private final InstantSource clock;

  public RevokeToken(
      SessionStore sessions,
      ClientStore clients,
      ApiKeyStore apiKeys,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      InstantSource clock) {
    this.sessions = sessions;
    this.clients = clients;
    this.apiKeys = apiKeys;
    this.accessTokens = accessTokens;
    this.refreshTokens = refreshTokens;
    this.clock = clock;
  }

  /// Revokes a token at once, on every node. For one that is unknown, expired or another client's,
  /// nothing is done and nothing told.
  ///
  /// @param client as it was just authenticated
  /// @param token whatever was sent
  public void revoke(RegisteredClient client, String token, Origin origin) {
    refreshTokens
        .read(token)
        .ifPresent(refresh -> end(refresh.user(), refresh.session(), client, origin));
    accessTokens
        .verify(token)
        .ifPresent(access -> end(access.user(), access.session(), client, origin));
    accessTokens
        .verifyClient(token)
        .filter(access -> access.client().equals(client.id()))
        .ifPresent(access -> deny(access, origin));
    RawApiKey.parse(token)
        .flatMap(raw -> apiKeys.findLive(raw.digest(), clock.instant()))
        .ifPresent(live -> revoke(live.key(), client, origin));
  }

  private void revoke(ApiKey key, RegisteredClient client, Origin origin) {
    var now = clock.instant();
    var event =
        AuditEvent.of(EventKind.API_KEY_REVOKED, now, origin)
            .by(key.user())
            .about(key.user())
            .with(key.id())
            .saying("client " + client.id());
    apiKeys.revoke(key.user(), key.id(), now, Consequences.of(event));
  }

  private void end(UserId user, SessionId session, RegisteredClient client, Origin origin) {
    var now = clock.instant();
    var event =
        AuditEvent.of(EventKind.SESSION_ENDED, now, origin)
            .by(user)
            .about(user)
            .in(session)
            .saying("client " + client.id());
    sessions.end(user, session, EndReason.LOGGED_OUT, now, Consequences.of(event));
  }

  private void deny(VerifiedClient access, Origin origin) {
    var event =
        AuditEvent.of(EventKind.CLIENT_TOKEN_REVOKED, clock.instant(), origin)
            .saying(access.client().value());
    clients.revoke(access.client(), access.jti(), access.expiresAt(), Consequences.of(event));
  }
}
