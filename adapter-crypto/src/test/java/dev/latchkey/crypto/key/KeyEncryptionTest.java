package dev.latchkey.crypto.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.key.KeyId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyEncryptionTest {
  private static final KeyId ID = new KeyId("one");
  private static final byte[] CONTENT = {1, 2, 3};

  private final KeyEncryption encryption = new KeyEncryption(List.of(new byte[32]));

  @Test
  void opensWhatItSealed() {
    assertThat(encryption.open(ID, encryption.seal(ID, CONTENT))).contains(CONTENT);
  }

  @Test
  void sealsTheSameInAnotherWayEachTime() {
    assertThat(encryption.seal(ID, CONTENT)).isNotEqualTo(encryption.seal(ID, CONTENT));
  }

  @Test
  void opensForNoOtherName() {
    assertThat(encryption.open(new KeyId("two"), encryption.seal(ID, CONTENT))).isEmpty();
  }

  @Test
  void opensNothingThatWasChangedAnywhere() {
    var sealed = encryption.seal(ID, CONTENT);

    assertThat(IntStream.range(0, sealed.length))
        .allSatisfy(at -> {
          var changed = sealed.clone();
          changed[at] ^= 1;
          assertThat(encryption.open(ID, changed)).isEmpty();
        });
    assertThat(encryption.open(ID, new byte[0])).isEmpty();
  }

  @Test
  void opensWhatAnEarlierKeySealed() {
    var fresh = new byte[32];
    fresh[0] = 1;
    var both = new KeyEncryption(List.of(fresh, new byte[32]));

    assertThat(both.open(ID, encryption.seal(ID, CONTENT))).contains(CONTENT);
    assertThat(encryption.open(ID, both.seal(ID, CONTENT))).isEmpty();
  }

  @Test
  void takesNoShortKeyAndSealsNothingWithoutOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> new KeyEncryption(List.of(new byte[16])));
    assertThatThrownBy(() -> new KeyEncryption(List.of()).seal(ID, CONTENT))
        .isInstanceOf(UnusableKey.class);
  }

  @Test
  void showsNothing() {
    assertThat(encryption).hasToString("KeyEncryption[***]");
  }
}
