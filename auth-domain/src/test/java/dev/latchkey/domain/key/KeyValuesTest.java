package dev.latchkey.domain.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyValuesTest {

  @ParameterizedTest
  @EnumSource(KeyAlgorithm.class)
  void findsAnAlgorithmByTheNameThatJoseGivesIt(KeyAlgorithm algorithm) {
    assertThat(KeyAlgorithm.find(algorithm.toString())).contains(algorithm);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "es256", "EDDSA", ""})
  void findsNoOtherAlgorithm(String name) {
    assertThat(KeyAlgorithm.find(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "../etc/passwd", "a=", "é"})
  void refusesAnIdThatIsNotBase64url(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> new KeyId(id));
  }

  @Test
  void keepsMaterialToItself() {
    var publicKey = new byte[] {1};
    var material = new KeyMaterial(publicKey, new byte[] {2});

    publicKey[0] = 9;
    material.sealedPrivateKey()[0] = 9;

    assertThat(material).isEqualTo(new KeyMaterial(new byte[] {1}, new byte[] {2}));
    assertThat(material).hasSameHashCodeAs(new KeyMaterial(new byte[] {1}, new byte[] {2}));
    assertThat(material).isNotEqualTo(new KeyMaterial(new byte[] {1}, new byte[] {3}));
    assertThat(material).hasToString("KeyMaterial[***]");
  }
}
