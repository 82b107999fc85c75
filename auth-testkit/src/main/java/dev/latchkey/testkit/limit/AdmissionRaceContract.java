package dev.latchkey.testkit.limit;

import static dev.latchkey.testkit.limit.LimitsUnderTest.claim;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.limit.Limit;
import dev.latchkey.testkit.race.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Attempts at once.
public interface AdmissionRaceContract extends LimitsUnderTest {
  Instant MOMENT = Instant.parse("2026-06-15T12:00:00Z");
  int RUNNERS = 64;
  Limit FIVE = new Limit(5, Duration.ofMinutes(5));
  Limit MANY = new Limit(40, Duration.ofMinutes(5));

  @Test
  default void admitsNoMoreThanTheLimitWhereManyAskAtOnce() {
    for (var round = 0; round < rounds(); round++) {
      var claim = claim(FIVE);

      var admitted = Race.of(RUNNERS, () -> isAdmitted(MOMENT, claim));

      assertThat(admitted).filteredOn(yes -> yes).hasSize(5);
    }
  }

  @Test
  default void admitsNoMoreThanTheLimitWhereManyAskAsTheWindowEnds() {
    for (var round = 0; round < rounds(); round++) {
      var claim = claim(FIVE);
      countAdmitted(MOMENT, claim);

      var admitted = Race.of(RUNNERS, () -> isAdmitted(MOMENT.plusSeconds(300), claim));

      assertThat(admitted).filteredOn(yes -> yes).hasSize(5);
    }
  }

  @Test
  default void admitsOneWhereManyAskAsAWaitEnds() {
    for (var round = 0; round < rounds(); round++) {
      var claim = claim(FIVE.growingFrom(Duration.ofSeconds(30)));
      countAdmitted(MOMENT, claim);

      var admitted = Race.of(RUNNERS, () -> isAdmitted(MOMENT.plusSeconds(30), claim));

      assertThat(admitted).filteredOn(yes -> yes).hasSize(1);
    }
  }

  @Test
  default void countsTheRefusedOfManyAtOnceAgainstNoOtherClaim() {
    for (var round = 0; round < rounds(); round++) {
      var narrow = claim(FIVE);
      var wide = List.of(claim(MANY), claim(MANY), claim(MANY));

      var admitted =
          Race.of(RUNNERS, () -> isAdmitted(MOMENT, wide.get(0), narrow, wide.get(1), wide.get(2)));

      assertThat(admitted).filteredOn(yes -> yes).hasSize(5);
      for (var other : wide) {
        assertThat(countAdmitted(MOMENT, other)).isEqualTo(35);
      }
    }
  }

  @Test
  default void losesNoAttemptThatIsTakenBackMeanwhile() {
    for (var round = 0; round < rounds(); round++) {
      var claim = claim(MANY);
      IntStream.range(0, 20).forEach(i -> isAdmitted(MOMENT, claim));

      var calls = new ArrayList<Runnable>();
      for (var i = 0; i < 10; i++) {
        calls.add(() -> limits().settle(List.of(), List.of(claim.key())));
        calls.add(() -> isAdmitted(MOMENT, claim));
      }
      Race.between(calls.toArray(Runnable[]::new));

      assertThat(countAdmitted(MOMENT, claim)).isEqualTo(20);
    }
  }
}
