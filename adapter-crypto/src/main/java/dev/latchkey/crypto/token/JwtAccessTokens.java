package dev.latchkey.crypto.token;

import dev.latchkey.crypto.token.TokenMemory.Remembered;
import dev.latchkey.domain.port.AccessTokens;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.token.AccessClaims;
import dev.latchkey.domain.token.AccessToken;
import dev.latchkey.domain.token.ClientClaims;
import dev.latchkey.domain.token.VerifiedAccess;
import dev.latchkey.domain.token.VerifiedClient;
import dev.latchkey.verifier.jose.Claims;
import dev.latchkey.verifier.jose.SignedClaims;
import dev.latchkey.verifier.jose.VerifyingKey;
import dev.latchkey.verifier.jose.VerifyingKeys;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Access tokens (RFC 9068), signed with whatever key is active and checked with the key that they
/// name.
///
/// A user's token that was found good is remembered by its digest, and believed again without its
/// signature being checked while the very key that signed it is believed and the token has not
/// expired.
///
/// A clock may be off by 30 s: a token is good from 30 s before `nbf` to 30 s after `exp`.
public final class JwtAccessTokens implements AccessTokens {
  /// How far clocks may be apart.
  public static final Duration SKEW = AccessTokenRules.SKEW;

  private static final SignedClaims STANDARD = new SignedClaims(AccessTokenType.AT_JWT.toString());

  private final SignedClaims tokens;
  private final TokenKeys keys;
  private final AccessTokenRules rules;
  private final InstantSource clock;
  private final TokenMemory memory = new TokenMemory();

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
    this.clock = clock;
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
    var digest = TokenDigest.of(token);
    return recall(digest).or(() -> verifyAnew(token, digest));
  }

  @Override
  public Optional<VerifiedAccess> peek(String token) {
    return recall(TokenDigest.of(token));
  }

  private Optional<VerifiedAccess> recall(TokenDigest digest) {
    var remembered = memory.find(digest);
    return remembered == null ? Optional.empty() : remembered.recall(clock.instant(), keys);
  }

  private Optional<VerifiedAccess> verifyAnew(String token, TokenDigest digest) {
    var now = clock.instant();
    var signedWith = new AtomicReference<@Nullable VerifyingKey>();
    VerifyingKeys noting =
        id -> {
          var key = keys.find(id);
          key.ifPresent(signedWith::set);
          return key;
        };
    var verified = read(token, noting).flatMap(rules::check);
    verified.ifPresent(access ->
        memory.put(
            new Remembered(
                digest,
                access,
                Objects.requireNonNull(signedWith.get()),
                now,
                access.expiresAt().plus(SKEW))));
    return verified;
  }

  @Override
  public Optional<VerifiedClient> verifyClient(String token) {
    return read(token, keys).flatMap(rules::checkClient);
  }

  private Optional<Claims> read(String token, VerifyingKeys keys) {
    return tokens.read(token, keys).or(() -> STANDARD.read(token, keys));
  }
}
