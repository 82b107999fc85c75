package dev.latchkey.testkit.token;

import dev.latchkey.domain.port.AccessTokens;
import dev.latchkey.domain.port.RefreshTokens;
import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.domain.session.RefreshToken;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.token.AccessClaims;
import dev.latchkey.domain.token.AccessToken;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.testkit.time.SettableClock;
import java.util.UUID;

class PlainTokensTest implements AccessTokensContract, RefreshTokensContract {
  private final SettableClock clock = new SettableClock();
  private final AccessTokens access = new PlainAccessTokens(clock);
  private final RefreshTokens refresh = new PlainRefreshTokens();
  private final RefreshTokens foreign = new PlainRefreshTokens();

  @Override
  public SettableClock clock() {
    return clock;
  }

  @Override
  public AccessTokens accessTokens() {
    return access;
  }

  @Override
  public AccessTokens foreignAccessTokens() {
    return new PlainAccessTokens(clock);
  }

  @Override
  public RefreshTokens refreshTokens() {
    return refresh;
  }

  @Override
  public RefreshTokens foreignRefreshTokens() {
    return foreign;
  }

  @Override
  public AccessToken accessToken() {
    var now = clock.instant();
    return access.issue(
        new AccessClaims(
            UUID.randomUUID(),
            new UserId(UUID.randomUUID()),
            new SessionId(UUID.randomUUID()),
            RoleName.USER,
            EmailAddress.parse("zoe@example.test").orElseThrow(),
            null,
            now,
            now,
            now.plus(LIFETIME)));
  }

  @Override
  public RefreshToken refreshToken() {
    var now = clock.instant();
    return refresh.write(
        new RefreshClaims(
            UUID.randomUUID(),
            new SessionId(UUID.randomUUID()),
            new UserId(UUID.randomUUID()),
            now,
            now.plus(LIFETIME),
            refresh.keyId()));
  }
}
