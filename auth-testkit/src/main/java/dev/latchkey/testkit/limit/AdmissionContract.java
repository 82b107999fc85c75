package dev.latchkey.testkit.limit;

import static dev.latchkey.testkit.limit.LimitsUnderTest.claim;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.limit.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How attempts are counted.
public interface AdmissionContract extends LimitsUnderTest {
  Instant NOW = Instant.parse("2026-06-15T12:00:00.000001Z");
  Limit THREE = new Limit(3, Duration.ofMinutes(5));

  @Test
  default void admitsNoMoreThanTheLimitWithinItsWindow() {
    var claim = claim(THREE);

    var admitted = countAdmitted(NOW, claim);

    assertThat(admitted).isEqualTo(3);
    assertThat(isAdmitted(NOW.plusSeconds(299), claim)).isFalse();
  }

  @Test
  default void saysWhichLimitIsUsedUpAndForHowLong() {
    var claim = claim(THREE);
    countAdmitted(NOW, claim);

    var refused = limits().admit(List.of(claim), NOW.plusSeconds(100));

    assertThat(refused).isEqualTo(new Admission.Refused(claim, Duration.ofSeconds(200)));
  }

  @Test
  default void startsAnewOnceTheWindowIsOver() {
    var claim = claim(THREE);
    assertThat(isAdmitted(NOW, claim)).isTrue();
    assertThat(countAdmitted(NOW.plusSeconds(200), claim)).isEqualTo(2);

    assertThat(isAdmitted(NOW.plusSeconds(300).minusNanos(1_000), claim)).isFalse();
    assertThat(countAdmitted(NOW.plusSeconds(300), claim)).isEqualTo(3);
    assertThat(isAdmitted(NOW.plusSeconds(599), claim)).isFalse();
  }

  @Test
  default void startsAnewWhereTheLimitWasNotUsedUp() {
    var claim = claim(THREE);
    assertThat(isAdmitted(NOW, claim)).isTrue();
    assertThat(isAdmitted(NOW, claim)).isTrue();

    assertThat(countAdmitted(NOW.plusSeconds(301), claim)).isEqualTo(3);
  }

  @Test
  default void allowsOneOfALimitOfOne() {
    var claim = claim(new Limit(1, Duration.ofSeconds(1)));

    assertThat(countAdmitted(NOW, claim)).isEqualTo(1);
    assertThat(countAdmitted(NOW.plusSeconds(1), claim)).isEqualTo(1);
  }

  @Test
  default void countsEachKeyByItself() {
    var one = claim(THREE);
    var other = claim(THREE);
    countAdmitted(NOW, one);

    assertThat(countAdmitted(NOW, other)).isEqualTo(3);
  }

  @Test
  default void countsAgainstEveryClaim() {
    var narrow = claim(THREE);
    var wide = claim(new Limit(10, Duration.ofMinutes(5)));

    assertThat(countAdmitted(NOW, wide, narrow)).isEqualTo(3);
    assertThat(countAdmitted(NOW, wide)).isEqualTo(7);
  }

  @Test
  default void countsAgainstNoClaimWhereOneIsUsedUp() {
    var narrow = claim(THREE);
    var wide = claim(new Limit(10, Duration.ofMinutes(5)));
    countAdmitted(NOW, narrow);

    assertThat(countAdmitted(NOW, narrow, wide)).isZero();
    assertThat(countAdmitted(NOW, wide)).isEqualTo(10);
  }

  @Test
  default void namesTheLimitThatStaysUsedUpLongest() {
    var shorter = claim(new Limit(1, Duration.ofMinutes(1)));
    var longer = claim(new Limit(1, Duration.ofMinutes(9)));
    countAdmitted(NOW, shorter, longer);

    var refused = limits().admit(List.of(shorter, longer), NOW);

    assertThat(refused).isEqualTo(new Admission.Refused(longer, Duration.ofMinutes(9)));
  }

  @Test
  default void admitsWhatIsNotLimited() {
    assertThat(isAdmitted(NOW)).isTrue();
  }

  @Test
  default void keepsTimesInMicroseconds() {
    var claim = claim(THREE);
    countAdmitted(NOW.plusNanos(987), claim);

    assertThat(isAdmitted(NOW.plusSeconds(300), claim)).isTrue();
  }

  @Test
  default void keepsCountingWhereTheClockGoesBack() {
    var claim = claim(THREE);
    assertThat(isAdmitted(NOW, claim)).isTrue();

    assertThat(countAdmitted(NOW.minusSeconds(60), claim)).isEqualTo(2);
  }
}
