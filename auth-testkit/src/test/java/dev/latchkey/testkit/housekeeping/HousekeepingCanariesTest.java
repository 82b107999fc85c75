package dev.latchkey.testkit.housekeeping;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.housekeeping.Remains;
import dev.latchkey.domain.port.Housekeeping;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/// Housekeepings with one fault each fail the contract.
class HousekeepingCanariesTest {
  private final InMemoryHousekeeping sound = new InMemoryHousekeeping();

  @Test
  void failsWhereWhatEndsAtTheMomentGoesToo() {
    assertFails(
        (what, keptSince, atMost) -> sound.remove(what, keptSince.plusNanos(1), atMost),
        HousekeepingContract::keepsToTheMomentExactly);
  }

  @Test
  void failsWhereEverythingGoes() {
    assertFails(
        (what, keptSince, atMost) -> sound.remove(what, Instant.MAX, atMost),
        HousekeepingContract::removesWhatHadItsTimeAndNothingElse);
  }

  @Test
  void failsWhereSomeOfItStays() {
    assertFails(
        (what, keptSince, atMost) -> sound.remove(what, keptSince.minusSeconds(9_000_000), atMost),
        HousekeepingContract::removesWhatHadItsTimeAndNothingElse);
  }

  @Test
  void failsWhereTooMuchGoesAtOnce() {
    assertFails(
        (what, keptSince, atMost) -> sound.remove(what, keptSince, atMost + 1),
        HousekeepingContract::removesNoMoreThanAllowedAtOnce);
  }

  @Test
  void failsWhereTwoNodesCountTheSame() {
    assertFails(
        (what, keptSince, atMost) -> {
          var seen = Math.min(atMost, sound.count(what));
          // Long enough for all to look before one removes, also on a busy machine.
          LockSupport.parkNanos(50_000_000);
          sound.remove(what, keptSince, atMost);
          return seen;
        },
        HousekeepingContract::removesEachOnceWhereSeveralNodesTidyUp);
  }

  private void assertFails(Housekeeping broken, BiConsumer<HousekeepingContract, Remains> test) {
    var contract = new Faulty(broken, sound);
    assertThatThrownBy(() -> test.accept(contract, Remains.MAILS))
        .isInstanceOf(AssertionError.class);
  }

  private record Faulty(Housekeeping housekeeping, InMemoryHousekeeping sound)
      implements HousekeepingContract {

    @Override
    public String leave(Remains what, Instant ended) {
      return sound.leave(what, ended);
    }

    @Override
    public String leaveLive(Remains what) {
      return sound.leave(what, Instant.MAX);
    }

    @Override
    public boolean isThere(Remains what, String name) {
      return sound.isThere(what, name);
    }
  }
}
