package dev.latchkey.testkit.limit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.limit.Claim;
import dev.latchkey.domain.limit.Counter;
import dev.latchkey.domain.limit.LimitKey;
import dev.latchkey.domain.port.RateLimits;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Broken counters fail the contract.
class RateLimitsCanariesTest {

  @ParameterizedTest
  @MethodSource
  void failsWithoutALock(Consumer<RateLimitsContract> race) {
    var broken = new Unlocked();

    assertThatThrownBy(() -> race.accept(patient(broken)))
        .isInstanceOf(AssertionError.class)
        .hasMessageNotContaining("a runner");
  }

  static Stream<Named<Consumer<RateLimitsContract>>> failsWithoutALock() {
    return Stream.of(
        race("one limit", RateLimitsContract::admitsNoMoreThanTheLimitWhereManyAskAtOnce),
        race("window", RateLimitsContract::admitsNoMoreThanTheLimitWhereManyAskAsTheWindowEnds),
        race("wait", RateLimitsContract::admitsOneWhereManyAskAsAWaitEnds),
        race("taking back", RateLimitsContract::losesNoAttemptThatIsTakenBackMeanwhile),
        race("several", RateLimitsContract::countsTheRefusedOfManyAtOnceAgainstNoOtherClaim));
  }

  @Test
  void failsWhereTheRefusedAreCounted() {
    RateLimits eager = new OneByOne();
    RateLimitsContract broken = () -> eager;

    assertThatThrownBy(broken::countsAgainstNoClaimWhereOneIsUsedUp)
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void failsWhereNothingIsCounted() {
    RateLimits lax = new Lax();
    RateLimitsContract broken = () -> lax;

    assertThatThrownBy(broken::admitsNoMoreThanTheLimitWithinItsWindow)
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(broken::doublesTheWaitUpToTheWindow).isInstanceOf(AssertionError.class);
  }

  private static Named<Consumer<RateLimitsContract>> race(
      String name, Consumer<RateLimitsContract> race) {
    return Named.of(name, race);
  }

  /// Runs each race until it fails, within reason.
  private static RateLimitsContract patient(RateLimits limits) {
    return new RateLimitsContract() {
      @Override
      public RateLimits limits() {
        return limits;
      }

      @Override
      public int rounds() {
        return 500;
      }
    };
  }

  /// Reads, dawdles and writes without any lock.
  private static final class Unlocked extends InMemoryRateLimits {
    Unlocked() {
      super(new Dawdling());
    }

    @Override
    <T> T atomically(Supplier<T> work) {
      return work.get();
    }
  }

  private static final class Dawdling extends ConcurrentHashMap<LimitKey, Counter> {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Counter get(Object key) {
      var seen = super.get(key);
      LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(900_000));
      return seen;
    }
  }

  /// Asks claim by claim, and leaves counted what went before a refusal.
  private static final class OneByOne implements RateLimits {
    private final RateLimits counters = new InMemoryRateLimits();

    @Override
    public Admission admit(List<Claim> claims, Instant now) {
      Admission last = new Admission.Admitted();
      for (var claim : claims) {
        var admission = counters.admit(List.of(claim), now);
        last = admission instanceof Admission.Refused ? admission : last;
      }
      return last;
    }

    @Override
    public void settle(List<LimitKey> forgotten, List<LimitKey> released) {
      counters.settle(forgotten, released);
    }
  }

  private static final class Lax implements RateLimits {
    @Override
    public Admission admit(List<Claim> claims, Instant now) {
      return new Admission.Admitted();
    }

    @Override
    public void settle(List<LimitKey> forgotten, List<LimitKey> released) {}
  }
}
