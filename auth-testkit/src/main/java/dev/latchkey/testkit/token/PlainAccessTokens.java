package dev.latchkey.testkit.token;

import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.client.Scopes;
import dev.latchkey.domain.port.AccessTokens;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.token.AccessClaims;
import dev.latchkey.domain.token.AccessToken;
import dev.latchkey.domain.token.ClientClaims;
import dev.latchkey.domain.token.VerifiedAccess;
import dev.latchkey.domain.token.VerifiedClient;
import dev.latchkey.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Access tokens that only the same instance can check: no JWTs, but nobody can forge them either.
/// Times are kept in whole seconds; a token is current while the clock is before its expiry.
public final class PlainAccessTokens implements AccessTokens {
  private final PlainSeal seal = new PlainSeal("access");
  private final PlainSeal clientSeal = new PlainSeal("client");
  private final InstantSource clock;

  public PlainAccessTokens(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public AccessToken issue(AccessClaims claims) {
    return new AccessToken(
        seal.seal(
            List.of(
                claims.jti().toString(),
                claims.user().toString(),
                claims.session().toString(),
                seconds(claims.issuedAt()),
                seconds(claims.expiresAt()))));
  }

  @Override
  public AccessToken issue(ClientClaims claims) {
    return new AccessToken(
        clientSeal.seal(
            List.of(
                claims.jti().toString(),
                claims.client().value(),
                claims.scopes().toString(),
                seconds(claims.issuedAt()),
                seconds(claims.expiresAt()))));
  }

  @Override
  public Optional<VerifiedAccess> verify(String token) {
    return seal.open(token)
        .map(PlainAccessTokens::claims)
        .filter(access -> clock.instant().isBefore(access.expiresAt()));
  }

  @Override
  public Optional<VerifiedAccess> peek(String token) {
    return verify(token);
  }

  @Override
  public Optional<VerifiedClient> verifyClient(String token) {
    return clientSeal
        .open(token)
        .map(PlainAccessTokens::clientClaims)
        .filter(access -> clock.instant().isBefore(access.expiresAt()));
  }

  private static VerifiedAccess claims(List<String> words) {
    return new VerifiedAccess(
        UUID.fromString(words.get(0)),
        new UserId(UUID.fromString(words.get(1))),
        new SessionId(UUID.fromString(words.get(2))),
        instant(words.get(3)),
        instant(words.get(4)));
  }

  private static VerifiedClient clientClaims(List<String> words) {
    return new VerifiedClient(
        UUID.fromString(words.get(0)),
        new ClientId(words.get(1)),
        Scopes.parse(words.get(2)).orElseThrow(),
        instant(words.get(3)),
        instant(words.get(4)));
  }

  private static String seconds(Instant instant) {
    return Long.toString(instant.getEpochSecond());
  }

  private static Instant instant(String seconds) {
    return Instant.ofEpochSecond(Long.parseLong(seconds));
  }
}
