package dev.latchkey.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.domain.client.Scopes;
import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApiKeyTest {
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

  private final ApiKey key =
      new ApiKey(
          new ApiKeyId(UUID.randomUUID()),
          new UserId(UUID.randomUUID()),
          new DisplayName("backup"),
          Scopes.NONE,
          "lkp_abcd",
          NOW,
          NOW.plusSeconds(60),
          null);

  @Test
  void runsUntilItExpires() {
    assertThat(key.isRunningAt(NOW.plusSeconds(59))).isTrue();
    assertThat(key.isRunningAt(NOW.plusSeconds(60))).isFalse();
  }

  @Test
  void notesItsUseAndNothingElse() {
    var used = key.used(NOW.plusSeconds(1));

    assertThat(used.lastUsedAt()).isEqualTo(NOW.plusSeconds(1));
    assertThat(used.expiresAt()).isEqualTo(key.expiresAt());
  }

  @Test
  void livesForAWhileAndNotForTooLong() {
    var day = Duration.ofDays(1);

    assertThat(ApiKeyPolicy.standard().lifetime()).isEqualTo(Duration.ofDays(90));
    assertThatIllegalArgumentException().isThrownBy(() -> new ApiKeyPolicy(0, day, day));
    assertThatIllegalArgumentException().isThrownBy(() -> new ApiKeyPolicy(1, Duration.ZERO, day));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ApiKeyPolicy(1, day.multipliedBy(2), day));
  }
}
