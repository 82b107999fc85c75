package dev.latchkey.testkit.id;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.port.Ids;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Broken sources of ids fail the contract.
class IdsCanariesTest {

  @Test
  void failsWhereIdsAreRandom() {
    Ids random = UUID::randomUUID;
    IdsContract broken = () -> random;

    assertThatThrownBy(broken::givesUuidsThatBeginWithTheTime).isInstanceOf(AssertionError.class);
    assertThatThrownBy(broken::givesIdsThatSortInTheOrderTheyWereGiven)
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void failsWhereAnIdIsGivenTwice() {
    Ids one = () -> new UUID(0x7000L, Long.MIN_VALUE);
    IdsContract broken = () -> one;

    assertThatThrownBy(broken::givesIdsThatSortInTheOrderTheyWereGiven)
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(broken::givesNoIdTwiceWhereManyAskAtOnce).isInstanceOf(AssertionError.class);
  }
}
