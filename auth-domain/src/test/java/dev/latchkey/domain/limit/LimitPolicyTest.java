package dev.latchkey.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LimitPolicyTest {
  private static final Limit TWO = new Limit(2, Duration.ofMinutes(3));

  @ParameterizedTest
  @EnumSource
  void limitsEverythingByDefault(LimitName name) {
    assertThat(LimitPolicy.standard().claim(name, "x")).map(Claim::limit).contains(name.standard());
  }

  @ParameterizedTest
  @EnumSource
  void canLimitNothing(LimitName name) {
    assertThat(LimitPolicy.none().claim(name, "x")).isEmpty();
  }

  @Test
  void takesAnotherLimitInAnothersPlace() {
    var policy = LimitPolicy.standard().with(LimitName.REGISTER, TWO);

    assertThat(policy.claim(LimitName.REGISTER, "x")).map(Claim::limit).contains(TWO);
    assertThat(policy.claim(LimitName.REQUESTS, "x"))
        .map(Claim::limit)
        .contains(LimitName.REQUESTS.standard());
    assertThat(LimitPolicy.none().with(LimitName.REGISTER, TWO).limits())
        .containsOnlyKeys(LimitName.REGISTER);
  }

  @Test
  void refusesLimitsThatAllowNothing() {
    assertThatThrownBy(() -> new Limit(0, Duration.ofMinutes(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Limit(1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TWO.growingFrom(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
