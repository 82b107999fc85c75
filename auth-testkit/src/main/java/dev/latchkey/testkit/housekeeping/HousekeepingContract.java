package dev.latchkey.testkit.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.housekeeping.Remains;
import dev.latchkey.domain.port.Housekeeping;
import dev.latchkey.testkit.race.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every housekeeping keeps to. What there is to remove must be the test's own.
public interface HousekeepingContract {
  /// What had its time before this is to go; long ago, so that every kind may go.
  Instant KEPT_SINCE = Instant.parse("2020-06-15T12:00:00.123456Z");

  /// The housekeeping, the same throughout a test.
  Housekeeping housekeeping();

  /// Something had its time at this moment.
  ///
  /// @return what names it
  String leave(Remains what, Instant ended);

  /// Something that still has its time.
  ///
  /// @return what names it
  String leaveLive(Remains what);

  /// Whether it is still there, read past the port.
  boolean isThere(Remains what, String name);

  @ParameterizedTest
  @EnumSource
  default void removesWhatHadItsTimeAndNothingElse(Remains what) {
    removeAll(what, 1_000);
    var random = new Random(20);
    var ages =
        IntStream.range(0, 60)
            .mapToObj(number -> Duration.ofSeconds(random.nextInt(-90_000_000, 90_000_000)));
    var left =
        ages.map(KEPT_SINCE::minus).map(ended -> new Left(leave(what, ended), ended)).toList();
    var live = leaveLive(what);

    removeAll(what, 7);

    assertThat(left)
        .allSatisfy(one ->
            assertThat(isThere(what, one.name()))
                .as("%s", one.ended())
                .isEqualTo(!one.ended().isBefore(KEPT_SINCE)));
    assertThat(isThere(what, live)).isTrue();
  }

  /// Something and the moment that it had its time.
  record Left(String name, Instant ended) {}

  @ParameterizedTest
  @EnumSource
  default void keepsToTheMomentExactly(Remains what) {
    removeAll(what, 1_000);
    var before = leave(what, KEPT_SINCE.minusNanos(1_000));
    var then = leave(what, KEPT_SINCE);

    assertThat(housekeeping().remove(what, KEPT_SINCE, 10)).isOne();

    assertThat(isThere(what, before)).isFalse();
    assertThat(isThere(what, then)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  default void removesNoMoreThanAllowedAtOnce(Remains what) {
    removeAll(what, 1_000);
    IntStream.range(0, 5).forEach(number -> leave(what, KEPT_SINCE.minusSeconds(1 + number)));

    assertThat(housekeeping().remove(what, KEPT_SINCE, 2)).isEqualTo(2);
    assertThat(housekeeping().remove(what, KEPT_SINCE, 2)).isEqualTo(2);
    assertThat(housekeeping().remove(what, KEPT_SINCE, 2)).isEqualTo(1);
    assertThat(housekeeping().remove(what, KEPT_SINCE, 2)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  default void removesEachOnceWhereSeveralNodesTidyUp(Remains what) {
    removeAll(what, 1_000);
    var names =
        IntStream.range(0, 20)
            .mapToObj(number -> leave(what, KEPT_SINCE.minusSeconds(1 + number)))
            .toList();

    var counts = Race.of(8, () -> housekeeping().remove(what, KEPT_SINCE, 4));
    var rest = removeAll(what, 4);

    var sum = counts.stream().mapToInt(Integer::intValue).sum();
    assertThat(sum + rest).isEqualTo(20);
    assertThat(names).noneMatch(name -> isThere(what, name));
  }

  private int removeAll(Remains what, int batch) {
    var sum = 0;
    for (var removed = batch; removed == batch; sum += removed) {
      removed = housekeeping().remove(what, KEPT_SINCE, batch);
    }
    return sum;
  }
}
