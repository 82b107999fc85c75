package dev.latchkey.crypto.token;

import dev.latchkey.domain.port.RefreshTokens;
import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.domain.session.RefreshToken;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.verifier.jose.Claims;
import dev.latchkey.verifier.jose.SignedClaims;
import dev.latchkey.verifier.jose.SigningKey;
import dev.latchkey.verifier.jose.VerifyingKeys;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Refresh tokens signed with HMAC-SHA-256 under a key of their own, derived from the secret: no
/// access token can be turned into one. Every byte follows from the claims and the secret.
public final class Hs256RefreshTokens implements RefreshTokens {
  private static final String TYPE = "refresh";
  private static final Set<String> NAMES = Set.of("sub", "sid", "jti", "iat", "exp", "type");

  private static final SignedClaims TOKENS = new SignedClaims("rt+jwt");

  private final SigningKey key;

  /// Tokens that only services with this secret can write and read.
  public Hs256RefreshTokens(SigningSecret secret) {
    key = Hs256Key.of(secret.derive("latchkey refresh tokens"));
  }

  @Override
  public String keyId() {
    return key.id();
  }

  @Override
  public RefreshToken write(RefreshClaims claims) {
    if (!claims.keyId().equals(keyId())) {
      throw new IllegalArgumentException("the key of these claims is not held");
    }
    return new RefreshToken(TOKENS.write(members(claims), key));
  }

  /// The order of the members is part of every token that was ever issued.
  private static Map<String, Object> members(RefreshClaims claims) {
    var members = new LinkedHashMap<String, Object>();
    members.put("sub", claims.user().toString());
    members.put("sid", claims.session().toString());
    members.put("jti", claims.jti().toString());
    members.put("iat", claims.issuedAt().getEpochSecond());
    members.put("exp", claims.expiresAt().getEpochSecond());
    members.put("type", TYPE);
    return members;
  }

  /// A token is read only if writing its claims gives the same text again.
  @Override
  public Optional<RefreshClaims> read(String token) {
    return TOKENS
        .read(token, VerifyingKeys.of(key))
        .filter(claims -> claims.names().equals(NAMES))
        .flatMap(this::claims)
        .filter(claims -> write(claims).reveal().equals(token));
  }

  private Optional<RefreshClaims> claims(Claims claims) {
    var user = claims.uuid("sub");
    var session = claims.uuid("sid");
    var jti = claims.uuid("jti");
    var issuedAt = claims.instant("iat");
    var expiresAt = claims.instant("exp");
    if (user.isEmpty()
        || session.isEmpty()
        || jti.isEmpty()
        || issuedAt.isEmpty()
        || expiresAt.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RefreshClaims(
            jti.get(),
            new SessionId(session.get()),
            new UserId(user.get()),
            issuedAt.get(),
            expiresAt.get(),
            keyId()));
  }
}
