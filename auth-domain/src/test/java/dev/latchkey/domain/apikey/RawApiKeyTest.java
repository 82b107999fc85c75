package dev.latchkey.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.domain.session.TokenDigest;
import java.security.SecureRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class RawApiKeyTest {
  private final RawApiKey raw = RawApiKey.make(new SecureRandom());

  @Test
  void hasAFormThatScannersFindAndIsReadAgain() {
    assertThat(raw.reveal()).matches("lkp_[0-9A-Za-z]{49}");
    assertThat(RawApiKey.parse(raw.reveal())).contains(raw);
    assertThat(raw.digest()).isEqualTo(TokenDigest.of(raw.reveal()));
    assertThat(RawApiKey.make(new SecureRandom())).isNotEqualTo(raw);
  }

  @Test
  void hintsAtFourCharactersAndNoMore() {
    assertThat(raw.hint()).hasSize(8);
    assertThat(raw.reveal()).startsWith(raw.hint());
  }

  @Test
  @Tag("C143")
  void showsNothingOfItself() {
    assertThat(raw.toString()).isEqualTo("RawApiKey[***]");
  }

  @Test
  void isNothingElse() {
    var other = "lks_" + raw.reveal().substring(4);

    assertThat(RawApiKey.parse(other)).isEmpty();
    assertThat(RawApiKey.parse("lkp_")).isEmpty();
    assertThat(RawApiKey.parse(raw.reveal() + " ")).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new RawApiKey(other));
  }
}
