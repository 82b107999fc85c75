package dev.latchkey.testkit.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.port.RefreshTokens;
import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.token.AccessToken;
import dev.latchkey.domain.user.UserId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What everything that writes refresh tokens keeps to. A test class of an adapter implements this
/// and inherits the tests.
public interface RefreshTokensContract {

  /// The adapter, the same throughout a test.
  RefreshTokens refreshTokens();

  /// The same adapter of another deployment: other keys, perhaps under the same ids.
  RefreshTokens foreignRefreshTokens();

  /// An access token of the same deployment.
  AccessToken accessToken();

  @Test
  default void readsWhatItWrote() {
    var claims = claims(refreshTokens().keyId());

    var token = refreshTokens().write(claims);

    assertThat(refreshTokens().read(token.reveal())).contains(claims);
  }

  @Test
  default void writesTheSameTokenForTheSameClaims() {
    var claims = claims(refreshTokens().keyId());

    assertThat(refreshTokens().write(claims)).isEqualTo(refreshTokens().write(claims));
  }

  @Test
  default void writesAnotherTokenForOtherClaims() {
    var one = claims(refreshTokens().keyId());
    var other =
        new RefreshClaims(
            one.jti(),
            one.session(),
            one.user(),
            one.issuedAt().plusSeconds(1),
            one.expiresAt(),
            one.keyId());

    assertThat(refreshTokens().write(other)).isNotEqualTo(refreshTokens().write(one));
  }

  @Test
  default void readsAnExpiredToken() {
    var longAgo = Instant.parse("2001-01-01T00:00:00Z");
    var claims = claims(refreshTokens().keyId(), longAgo);

    assertThat(refreshTokens().read(refreshTokens().write(claims).reveal())).contains(claims);
  }

  @Test
  default void writesNothingWithAKeyThatIsNotHeld() {
    var claims = claims("no-such-key");

    assertThatThrownBy(() -> refreshTokens().write(claims))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  default void readsNoTokenOfAnotherDeployment() {
    var claims = claims(foreignRefreshTokens().keyId());
    var token = foreignRefreshTokens().write(claims);

    assertThat(refreshTokens().read(token.reveal())).isEmpty();
  }

  @Test
  default void readsNoAccessToken() {
    assertThat(refreshTokens().read(accessToken().reveal())).isEmpty();
  }

  @Test
  default void readsNoTokenThatWasChangedAnywhere() {
    var token = refreshTokens().write(claims(refreshTokens().keyId())).reveal();

    assertThat(Tampering.with(token))
        .allSatisfy(changed -> assertThat(refreshTokens().read(changed)).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("dev.latchkey.testkit.token.Tampering#nonsense")
  default void readsNoNonsense(String token) {
    assertThat(refreshTokens().read(token)).isEmpty();
  }

  private static RefreshClaims claims(String keyId) {
    return claims(keyId, Instant.parse("2026-06-15T12:00:00.123456Z"));
  }

  private static RefreshClaims claims(String keyId, Instant issuedAt) {
    return new RefreshClaims(
        UUID.randomUUID(),
        new SessionId(UUID.randomUUID()),
        new UserId(UUID.randomUUID()),
        issuedAt,
        issuedAt.plusSeconds(3600),
        keyId);
  }
}
