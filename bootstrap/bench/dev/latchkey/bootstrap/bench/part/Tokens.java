package dev.latchkey.bootstrap.bench.part;

import dev.latchkey.bootstrap.bench.Benchmark;
import dev.latchkey.bootstrap.bench.Report;
import dev.latchkey.bootstrap.bench.Stage;
import dev.latchkey.bootstrap.bench.load.Rounds;
import dev.latchkey.bootstrap.bench.load.Threads;
import dev.latchkey.bootstrap.bench.load.Work;
import dev.latchkey.crypto.token.Hs256RefreshTokens;
import dev.latchkey.crypto.token.JwtAccessTokens;
import dev.latchkey.crypto.token.SigningSecret;
import dev.latchkey.crypto.token.TokenKeys;
import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.token.AccessClaims;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.UserId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tokens in this process on one thread, a hundred at a time, beside the bare HMAC of the same
/// bytes.
public final class Tokens implements Benchmark.Part {
  private static final Rounds ROUNDS = Rounds.ofSeconds(1, 5);
  private static final int AT_A_TIME = 100;

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

  @Override
  public void measure(Stage stage, Report report) throws Exception {
    var works =
        List.of(
            hundreds("of a bare HMAC-SHA-256", this::hmac),
            hundreds("of access tokens issued", () -> access.issue(accessClaims)),
            hundreds("of access tokens verified", () -> access.verify(accessToken)),
            hundreds("of refresh tokens written", () -> refresh.write(refreshClaims)),
            hundreds("of refresh tokens read", () -> refresh.read(refreshToken)));
    report.rows(works, ROUNDS.measure(works), "");
  }

  private static Work hundreds(String name, Threads.Task task) {
    return Work.inside(
        "hundreds " + name,
        List.of(() -> {
          for (var i = 1; i < AT_A_TIME; i++) {
            task.call();
          }
          return task.call();
        }));
  }

  private byte[] hmac() throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(signed);
  }
}
