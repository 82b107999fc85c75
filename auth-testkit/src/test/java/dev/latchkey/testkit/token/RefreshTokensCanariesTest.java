package dev.latchkey.testkit.token;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.port.RefreshTokens;
import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.domain.session.RefreshToken;
import dev.latchkey.domain.token.AccessToken;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Broken writers of refresh tokens fail the contract.
class RefreshTokensCanariesTest {

  @Test
  void failsWhereATokenIsReadWithSomethingAroundIt() {
    assertThatThrownBy(new Broken()::readsNoTokenThatWasChangedAnywhere)
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void failsWhereATokenIsNeverWrittenTwice() {
    assertThatThrownBy(new Broken()::writesTheSameTokenForTheSameClaims)
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void failsWhereAnyKeyIsTaken() {
    assertThatThrownBy(new Broken()::writesNothingWithAKeyThatIsNotHeld)
        .isInstanceOf(AssertionError.class);
  }

  /// Adds chance to its tokens, strips what it reads, and knows one key by every name.
  private static final class Broken implements RefreshTokensContract, RefreshTokens {
    private final PlainRefreshTokens plain = new PlainRefreshTokens();

    @Override
    public String keyId() {
      return plain.keyId();
    }

    @Override
    public RefreshToken write(RefreshClaims claims) {
      var chance =
          new RefreshClaims(
              UUID.randomUUID(),
              claims.session(),
              claims.user(),
              claims.issuedAt(),
              claims.expiresAt(),
              plain.keyId());
      return plain.write(chance);
    }

    @Override
    public Optional<RefreshClaims> read(String token) {
      return plain.read(token.strip());
    }

    @Override
    public RefreshTokens refreshTokens() {
      return this;
    }

    @Override
    public RefreshTokens foreignRefreshTokens() {
      return new PlainRefreshTokens();
    }

    @Override
    public AccessToken accessToken() {
      return new AccessToken("access");
    }
  }
}
