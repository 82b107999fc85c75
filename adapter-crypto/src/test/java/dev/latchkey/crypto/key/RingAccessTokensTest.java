package dev.latchkey.crypto.key;

import dev.latchkey.crypto.token.Hs256RefreshTokens;
import dev.latchkey.crypto.token.JwtAccessTokens;
import dev.latchkey.crypto.token.SigningSecret;
import dev.latchkey.domain.key.KeyAlgorithm;
import dev.latchkey.domain.key.KeyRing;
import dev.latchkey.domain.port.AccessTokens;
import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.domain.session.RefreshToken;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.testkit.time.SettableClock;
import dev.latchkey.testkit.token.AccessTokensContract;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;

/// Access tokens keep to their contract whatever signs them.
class RingAccessTokensTest {
  private static final SigningSecret SECRET = new SigningSecret(new byte[32]);

  @Nested
  class WithHs256 extends Contract {
    WithHs256() {
      super(KeyAlgorithm.HS256);
    }
  }

  @Nested
  class WithEs256 extends Contract {
    WithEs256() {
      super(KeyAlgorithm.ES256);
    }
  }

  @Nested
  class WithEdDsa extends Contract {
    WithEdDsa() {
      super(KeyAlgorithm.EDDSA);
    }
  }

  @Nested
  class WithRs256 extends Contract {
    WithRs256() {
      super(KeyAlgorithm.RS256);
    }
  }

  abstract static class Contract implements AccessTokensContract {
    private final SettableClock clock = new SettableClock();
    private final AccessTokens own;
    private final AccessTokens foreign;

    Contract(KeyAlgorithm algorithm) {
      own = accessTokens(algorithm, SECRET);
      var other = new byte[32];
      other[0] = 1;
      foreign = accessTokens(algorithm, new SigningSecret(other));
    }

    private AccessTokens accessTokens(KeyAlgorithm algorithm, SigningSecret secret) {
      var encryption = new KeyEncryption(List.of(new byte[32]));
      var made = new SealedKeyMaker(encryption, secret).make(algorithm, clock.instant());
      var ring = KeyRing.of(made);
      var keys = new RingKeys(encryption, secret, () -> ring, clock);
      keys.use(ring);
      return new JwtAccessTokens(keys, "https://id.example", "latchkey", LIFETIME, clock);
    }

    @Override
    public SettableClock clock() {
      return clock;
    }

    @Override
    public AccessTokens accessTokens() {
      return own;
    }

    @Override
    public AccessTokens foreignAccessTokens() {
      return foreign;
    }

    @Override
    public RefreshToken refreshToken() {
      var tokens = new Hs256RefreshTokens(SECRET);
      var now = clock.instant();
      return tokens.write(
          new RefreshClaims(
              UUID.randomUUID(),
              new SessionId(UUID.randomUUID()),
              new UserId(UUID.randomUUID()),
              now,
              now.plusSeconds(3600),
              tokens.keyId()));
    }

    @Override
    public Duration leeway() {
      return JwtAccessTokens.SKEW;
    }
  }
}
