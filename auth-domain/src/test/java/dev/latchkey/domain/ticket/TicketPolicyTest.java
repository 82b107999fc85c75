package dev.latchkey.domain.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TicketPolicyTest {

  @Test
  void givesEachPurposeItsLife() {
    var policy = TicketPolicy.standard();

    assertThat(policy.lifeOf(TicketPurpose.VERIFY_EMAIL)).isEqualTo(Duration.ofHours(24));
    assertThat(policy.lifeOf(TicketPurpose.RESET_PASSWORD)).isEqualTo(Duration.ofMinutes(30));
    assertThat(policy.lifeOf(TicketPurpose.CHANGE_EMAIL)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void letsNoTicketDieAtOnce() {
    var hour = Duration.ofHours(1);

    assertThatThrownBy(() -> new TicketPolicy(Duration.ZERO, hour, hour))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TicketPolicy(hour, hour.negated(), hour))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TicketPolicy(hour, hour, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void showsTheIdAndHidesTheSecret() {
    var id = UUID.randomUUID();

    assertThat(new TicketId(id)).hasToString(id.toString());
    assertThat(new TicketSecret("hush-hush")).hasToString("TicketSecret[***]");
  }
}
