package dev.latchkey.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SessionPolicyTest {

  @Test
  void hasTheDocumentedDefaults() {
    assertThat(SessionPolicy.standard())
        .isEqualTo(
            new SessionPolicy(
                Duration.ofMinutes(15),
                Duration.ofDays(30),
                Duration.ofDays(14),
                Duration.ofSeconds(30),
                50));
  }

  @ParameterizedTest
  @CsvSource({"PT1S, PT1S, PT1S, PT0S, 1", "PT15M, P30D, P60D, PT30S, 50"})
  void acceptsWhatMakesSense(
      Duration access, Duration lifetime, Duration idle, Duration grace, int max) {
    assertThat(new SessionPolicy(access, lifetime, idle, grace, max).grace()).isEqualTo(grace);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, P30D, P14D, PT30S, 50",
    "PT-1S, P30D, P14D, PT30S, 50",
    "PT15M, PT14M, P14D, PT30S, 50",
    "PT15M, P30D, PT0S, PT30S, 50",
    "PT15M, P30D, PT-1S, PT30S, 50",
    "PT15M, P30D, P14D, PT-1S, 50",
    "PT15M, P30D, P14D, PT30S, 0"
  })
  void refusesWhatMakesNone(
      Duration access, Duration lifetime, Duration idle, Duration grace, int max) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SessionPolicy(access, lifetime, idle, grace, max));
  }
}
