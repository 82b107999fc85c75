package dev.latchkey.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenDigestTest {
  private static final String SHA_256_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private final TokenDigest digest = TokenDigest.of(new RefreshToken("abc"));

  @Test
  void isTheSha256OfTheToken() {
    assertThat(digest.bytes()).isEqualTo(HexFormat.of().parseHex(SHA_256_OF_ABC));
  }

  @Test
  void equalsTheDigestOfTheSameTokenOnly() {
    var stored = TokenDigest.ofBytes(HexFormat.of().parseHex(SHA_256_OF_ABC));

    assertThat(stored).isEqualTo(digest).hasSameHashCodeAs(digest);
    assertThat(digest).isNotEqualTo(TokenDigest.of(new RefreshToken("abd")));
    assertThat(digest).isNotEqualTo(SHA_256_OF_ABC).isNotEqualTo(null);
  }

  @Test
  void cannotBeChangedThroughItsBytes() {
    var bytes = new byte[32];
    var zero = TokenDigest.ofBytes(bytes);

    bytes[0] = 1;
    zero.bytes()[1] = 1;

    assertThat(zero.bytes()).isEqualTo(new byte[32]);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33})
  void hasThirtyTwoBytes(int length) {
    assertThatIllegalArgumentException().isThrownBy(() -> TokenDigest.ofBytes(new byte[length]));
  }

  @Test
  void showsOnlyItsBeginning() {
    assertThat(digest).hasToString("ba7816bf…");
  }
}
