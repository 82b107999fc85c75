package dev.latchkey.testkit.token;

import dev.latchkey.domain.port.RefreshTokens;
import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.domain.session.RefreshToken;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Refresh tokens that only the same instance can read: no JWTs, but nobody can forge them either.
public final class PlainRefreshTokens implements RefreshTokens {
  private static final String KEY_ID = "plain";

  private final PlainSeal seal = new PlainSeal("refresh");

  @Override
  public String keyId() {
    return KEY_ID;
  }

  @Override
  public RefreshToken write(RefreshClaims claims) {
    if (!claims.keyId().equals(KEY_ID)) {
      throw new IllegalArgumentException("no such key");
    }
    return new RefreshToken(
        seal.seal(
            List.of(
                claims.jti().toString(),
                claims.session().toString(),
                claims.user().toString(),
                Long.toString(claims.issuedAt().getEpochSecond()),
                Long.toString(claims.expiresAt().getEpochSecond()))));
  }

  @Override
  public Optional<RefreshClaims> read(String token) {
    return seal.open(token).map(PlainRefreshTokens::claims);
  }

  private static RefreshClaims claims(List<String> words) {
    return new RefreshClaims(
        UUID.fromString(words.get(0)),
        new SessionId(UUID.fromString(words.get(1))),
        new UserId(UUID.fromString(words.get(2))),
        Instant.ofEpochSecond(Long.parseLong(words.get(3))),
        Instant.ofEpochSecond(Long.parseLong(words.get(4))),
        KEY_ID);
  }
}
