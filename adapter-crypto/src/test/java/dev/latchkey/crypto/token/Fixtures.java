package dev.latchkey.crypto.token;

import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.client.Scopes;
import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.token.AccessClaims;
import dev.latchkey.domain.token.ClientClaims;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.domain.user.Username;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;

/// One user, one session, one moment.
final class Fixtures {
  static final String ISSUER = "https://auth.example";
  static final String AUDIENCE = "latchkey";
  static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);
  static final InstantSource CLOCK = InstantSource.fixed(NOW);
  static final byte[] SECRET_BYTES =
      "a secret of at least 32 bytes, for tests".getBytes(StandardCharsets.US_ASCII);
  static final SigningSecret SECRET = new SigningSecret(SECRET_BYTES);

  private Fixtures() {}

  static JwtAccessTokens accessTokens() {
    return accessTokens(CLOCK);
  }

  static JwtAccessTokens accessTokens(InstantSource clock) {
    return new JwtAccessTokens(
        TokenKeys.of(SECRET), ISSUER, AUDIENCE, Duration.ofMinutes(15), clock);
  }

  static Hs256RefreshTokens refreshTokens() {
    return new Hs256RefreshTokens(SECRET);
  }

  static AccessClaims accessClaims() {
    return new AccessClaims(
        id(3),
        new UserId(id(1)),
        new SessionId(id(2)),
        new RoleName("customer"),
        EmailAddress.parse("Ada@example.org").orElseThrow(),
        new Username("ada"),
        NOW.minusSeconds(60),
        NOW,
        NOW.plusSeconds(900));
  }

  static ClientClaims clientClaims() {
    return new ClientClaims(
        id(4),
        new ClientId("reports"),
        Scopes.parse("orders.read users.read").orElseThrow(),
        NOW,
        NOW.plusSeconds(900));
  }

  static RefreshClaims refreshClaims(String keyId) {
    return new RefreshClaims(
        id(3), new SessionId(id(2)), new UserId(id(1)), NOW, NOW.plusSeconds(2_592_000), keyId);
  }

  static String decode(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  private static UUID id(int last) {
    return UUID.fromString("01980000-0000-7000-8000-00000000000" + last);
  }
}
