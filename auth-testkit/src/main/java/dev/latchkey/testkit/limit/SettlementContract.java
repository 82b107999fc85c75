package dev.latchkey.testkit.limit;

import static dev.latchkey.testkit.limit.LimitsUnderTest.claim;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.limit.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How counts are taken back and forgotten.
public interface SettlementContract extends LimitsUnderTest {
  Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

  Limit PLAIN = new Limit(3, Duration.ofMinutes(5));
  Limit DOUBLING = PLAIN.growingFrom(Duration.ofSeconds(30));

  @Test
  default void forgetsACounter() {
    var claim = claim(PLAIN);
    countAdmitted(NOON, claim);

    limits().settle(List.of(claim.key()), List.of());

    assertThat(countAdmitted(NOON, claim)).isEqualTo(3);
  }

  @Test
  default void takesOneAttemptBack() {
    var claim = claim(PLAIN);
    countAdmitted(NOON, claim);

    limits().settle(List.of(), List.of(claim.key()));

    assertThat(countAdmitted(NOON.plusSeconds(1), claim)).isEqualTo(1);
    assertThat(countAdmitted(NOON.plusSeconds(300), claim)).isEqualTo(3);
  }

  @Test
  default void takesOneAttemptBackWhereWaitsGrow() {
    var claim = claim(DOUBLING);
    countAdmitted(NOON, claim);
    isAdmitted(NOON.plusSeconds(30), claim);

    limits().settle(List.of(), List.of(claim.key()));

    assertThat(countAdmitted(NOON.plusSeconds(31), claim)).isEqualTo(1);
    assertThat(isAdmitted(NOON.plusSeconds(31 + 59), claim)).isFalse();
    assertThat(isAdmitted(NOON.plusSeconds(31 + 60), claim)).isTrue();
  }

  @Test
  default void takesNothingBackFromNothing() {
    var claim = claim(PLAIN);

    limits().settle(List.of(claim.key()), List.of(claim(PLAIN).key()));
    isAdmitted(NOON, claim);
    limits().settle(List.of(), List.of(claim.key()));
    limits().settle(List.of(), List.of(claim.key()));

    assertThat(countAdmitted(NOON, claim)).isEqualTo(3);
  }

  @Test
  default void leavesOtherKeysAlone() {
    var claim = claim(PLAIN);
    countAdmitted(NOON, claim);

    limits().settle(List.of(claim(PLAIN).key()), List.of(claim(PLAIN).key()));

    assertThat(isAdmitted(NOON, claim)).isFalse();
  }
}
