package dev.latchkey.crypto.password;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Argon2ParametersTest {

  @ParameterizedTest
  @CsvSource({"8,1,1", "16,1,2", "262144,10,8"})
  void reachesFromTheLeastThatArgon2KnowsToTheMostThatIsBearable(
      int memoryKib, int iterations, int parallelism) {
    assertThatNoException()
        .isThrownBy(() -> new Argon2Parameters(memoryKib, iterations, parallelism));
  }

  @ParameterizedTest
  @CsvSource({"7,1,1", "15,1,2", "262145,1,1", "64,0,1", "64,11,1", "64,1,0", "72,1,9", "-1,1,1"})
  void refusesWhatIsOutOfBounds(int memoryKib, int iterations, int parallelism) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Argon2Parameters(memoryKib, iterations, parallelism));
  }
}
