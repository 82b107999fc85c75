package dev.latchkey.crypto.bench;

import dev.latchkey.crypto.token.JwtAccessTokens;
import dev.latchkey.crypto.token.Hs256RefreshTokens;
import dev.latchkey.crypto.token.SigningSecret;
import dev.latchkey.crypto.token.TokenKeys;
import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.domain.session.RefreshToken;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.token.AccessClaims;
import dev.latchkey.domain.token.AccessToken;
import dev.latchkey.domain.token.VerifiedAccess;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.UserId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Tokens per millisecond on one thread, beside the bare HMAC of the same bytes.
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 2, time = 3)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class TokenBenchmark {
  private final byte[] key = new byte[32];
  private final SigningSecret secret = new SigningSecret(key);
  private final JwtAccessTokens access =
      new JwtAccessTokens(
          TokenKeys.of(secret),
          "https://auth.example",
          "latchkey",
          Duration.ofHours(1),
          InstantSource.system());
  private final Hs256RefreshTokens refresh = new Hs256RefreshTokens(secret);
  private final UserId user = new UserId(new UUID(1, 1));
  private final SessionId session = new SessionId(new UUID(2, 2));
  private final AccessClaims accessClaims =
      new AccessClaims(
          new UUID(3, 3),
          user,
          session,
          RoleName.USER,
          EmailAddress.parse("ada@example.org").orElseThrow(),
          null,
          Instant.now(),
          Instant.now(),
          Instant.now().plusSeconds(3000));
  private final RefreshClaims refreshClaims =
      new RefreshClaims(
          new UUID(4, 4),
          session,
          user,
          Instant.now(),
          Instant.now().plusSeconds(3000),
          refresh.keyId());
  private final String accessToken = access.issue(accessClaims).reveal();
  private final String refreshToken = refresh.write(refreshClaims).reveal();
  private final byte[] signed =
      accessToken.substring(0, accessToken.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);

  @Benchmark
  public byte[] bareHmac() throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(signed);
  }

  @Benchmark
  public AccessToken issueAccess() {
    return access.issue(accessClaims);
  }

  @Benchmark
  public Optional<VerifiedAccess> verifyAccess() {
    return access.verify(accessToken);
  }

  @Benchmark
  public RefreshToken writeRefresh() {
    return refresh.write(refreshClaims);
  }

  @Benchmark
  public Optional<RefreshClaims> readRefresh() {
    return refresh.read(refreshToken);
  }
}
