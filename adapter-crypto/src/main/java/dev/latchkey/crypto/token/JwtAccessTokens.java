package dev.latchkey.crypto.token;

import dev.latchkey.domain.port.AccessTokens;
import dev.latchkey.domain.token.AccessClaims;
import dev.latchkey.domain.token.AccessToken;
import dev.latchkey.domain.token.ClientClaims;
import dev.latchkey.domain.token.VerifiedAccess;
import dev.latchkey.domain.token.VerifiedClient;
import dev.latchkey.verifier.jose.Claims;
import dev.latchkey.verifier.jose.SignedClaims;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Access tokens (RFC 9068), signed with whatever key is active and checked with the key that they
/// name.
///
/// A clock may be off by 30 s: a token is good from 30 s before `nbf` to 30 s after `exp`.
public final class JwtAccessTokens implements AccessTokens {
  /// How far clocks may be apart.
  public static final Duration SKEW = AccessTokenRules.SKEW;

  private static final SignedClaims STANDARD = new SignedClaims(AccessTokenType.AT_JWT.toString());

  private final SignedClaims tokens;
  private final TokenKeys keys;
  private final AccessTokenRules rules;

  /// Tokens of one issuer for one audience, both compared exactly.
  ///
  /// @param maxLifetime the longest time from `iat` to `exp` that is issued or believed
  public JwtAccessTokens(
      TokenKeys keys, String issuer, String audience, Duration maxLifetime, InstantSource clock) {
    this(AccessTokenType.AT_JWT, keys, issuer, audience, maxLifetime, clock);
  }

  /// Tokens of another type. Those of the standard type are believed as well, which a deployment
  /// issued before it was set otherwise.
  public JwtAccessTokens(
      AccessTokenType type,
      TokenKeys keys,
      String issuer,
      String audience,
      Duration maxLifetime,
      InstantSource clock) {
    tokens = new SignedClaims(type.toString());
    this.keys = keys;
    rules = new AccessTokenRules(issuer, audience, maxLifetime, clock);
  }

  @Override
  public AccessToken issue(AccessClaims claims) {
    return new AccessToken(tokens.write(rules.write(claims), keys.active()));
  }

  @Override
  public AccessToken issue(ClientClaims claims) {
    return new AccessToken(tokens.write(rules.write(claims), keys.active()));
  }

  @Override
  public Optional<VerifiedAccess> verify(String token) {
    return read(token).flatMap(rules::check);
  }

  @Override
  public Optional<VerifiedClient> verifyClient(String token) {
    return read(token).flatMap(rules::checkClient);
  }

  private Optional<Claims> read(String token) {
    return tokens.read(token, keys).or(() -> STANDARD.read(token, keys));
  }
}
