package dev.latchkey.application.token;

import dev.latchkey.application.apikey.CheckApiKey;
import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.client.RegisteredClient;
import dev.latchkey.domain.port.AccessTokens;
import dev.latchkey.domain.port.ClientStore;
import dev.latchkey.domain.port.RefreshTokens;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.session.LiveSession;
import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.domain.session.RefreshToken;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.token.VerifiedAccess;
import dev.latchkey.domain.token.VerifiedClient;
import dev.latchkey.domain.user.User;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Says what a token is good for at this moment (RFC 7662): an ended session, a deactivated user or
/// client and a revoked token or API key count at once. No question spends a token or ends a
/// session; one about an API key is a use of it.
public final class IntrospectToken {
  private final SessionStore sessions;
  private final ClientStore clients;
  private final CheckApiKey checkApiKey;
  private final AccessTokens accessTokens;
  private final RefreshTokens refreshTokens;
  private final InstantSource clock;

  public IntrospectToken(
      SessionStore sessions,
      ClientStore clients,
      CheckApiKey checkApiKey,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      InstantSource clock) {
    this.sessions = sessions;
    this.clients = clients;
    this.checkApiKey = checkApiKey;
    this.accessTokens = accessTokens;
    this.refreshTokens = refreshTokens;
    this.clock = clock;
  }

  /// What a token is.
  public sealed interface Outcome {}

  /// An access token of a user, as they are now.
  public record UserAccess(VerifiedAccess token, User user) implements Outcome {}

  /// A refresh token that would be exchanged now.
  public record UserRefresh(RefreshClaims token, LiveSession live) implements Outcome {}

  /// An access token that a client got for itself.
  public record ClientAccess(VerifiedClient token) implements Outcome {}

  /// An API key of a user, as they are now.
  public record UserKey(ApiKey key, User user) implements Outcome {}

  /// Nothing that is good for anything now. Why is nobody's business.
  public record Inactive() implements Outcome {}

  /// Says what a token is.
  ///
  /// @param token whatever was sent
  public Outcome introspect(String token) {
    var now = clock.instant();
    return userAccess(token, now)
        .or(() -> clientAccess(token, now))
        .or(() -> userRefresh(token, now))
        .or(() -> userKey(token))
        .orElseGet(Inactive::new);
  }

  private Optional<Outcome> userAccess(String token, Instant now) {
    return accessTokens
        .verify(token)
        .filter(access -> now.isBefore(access.expiresAt()))
        .flatMap(access ->
            sessions
                .findLive(access.session(), now)
                .map(LiveSession::user)
                .filter(user -> user.id().equals(access.user()))
                .map(user -> new UserAccess(access, user)));
  }

  private Optional<Outcome> clientAccess(String token, Instant now) {
    return accessTokens
        .verifyClient(token)
        .filter(access -> now.isBefore(access.expiresAt()))
        .filter(access ->
            clients
                .findBearer(access.client(), access.jti())
                .filter(client -> wasThere(client, access))
                .isPresent())
        .map(ClientAccess::new);
  }

  /// A client that was made anew under the id of another has nothing to do with its tokens.
  private static boolean wasThere(RegisteredClient client, VerifiedClient access) {
    return !access.issuedAt().isBefore(client.createdAt().truncatedTo(ChronoUnit.SECONDS));
  }

  private Optional<Outcome> userRefresh(String token, Instant now) {
    return refreshTokens
        .read(token)
        .filter(claims -> now.isBefore(claims.expiresAt()))
        .flatMap(claims ->
            sessions
                .findUnspent(claims, TokenDigest.of(new RefreshToken(token)), now)
                .map(live -> new UserRefresh(claims, live)));
  }

  private Optional<Outcome> userKey(String token) {
    return checkApiKey
        .check(token, Origin.UNKNOWN)
        .flatMap(caller ->
            Optional.ofNullable(caller.key()).map(key -> new UserKey(key, caller.user())));
  }
}
