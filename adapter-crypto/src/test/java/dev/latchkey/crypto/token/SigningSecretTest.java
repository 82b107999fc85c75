package dev.latchkey.crypto.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SigningSecretTest {

  @Test
  void refusesLessThanThirtyTwoBytes() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SigningSecret(new byte[31]));
    assertThatNoException().isThrownBy(() -> new SigningSecret(new byte[32]));
  }

  @Test
  void showsNothingOfItself() {
    assertThat(Fixtures.SECRET).hasToString("SigningSecret[***]");
  }

  @Test
  void livesOnWhenItsBytesAreWiped() {
    var bytes = Fixtures.SECRET_BYTES.clone();
    var secret = new SigningSecret(bytes);

    Arrays.fill(bytes, (byte) 0);

    assertThat(new Hs256RefreshTokens(secret).keyId()).isEqualTo(Fixtures.refreshTokens().keyId());
  }

  @Test
  void givesEveryUseAKeyAndANameOfItsOwn() {
    var access = Hs256Key.of(Fixtures.SECRET);
    var refresh = Fixtures.refreshTokens().keyId();
    var input = new byte[] {1, 2, 3};

    assertThat(access.id()).isNotEqualTo(refresh);
    assertThat(Hs256Key.of(Fixtures.SECRET.derive("a b")).sign(input))
        .isNotEqualTo(Hs256Key.of(Fixtures.SECRET.derive("a c")).sign(input))
        .isNotEqualTo(access.sign(input));
  }
}
