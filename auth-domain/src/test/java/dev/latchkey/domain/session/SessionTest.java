package dev.latchkey.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.user.UserId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C075")
final class SessionTest {
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
  private static final Instant END = NOW.plusSeconds(1000);

  private final Session session =
      new Session(
          new SessionId(new UUID(3, 4)),
          new UserId(new UUID(1, 2)),
          Client.UNKNOWN,
          NOW,
          NOW,
          END,
          NOW.plusSeconds(100));

  @Test
  void runsUntilItHasBeenIdleTooLong() {
    assertThat(session.endsAt()).isEqualTo(NOW.plusSeconds(100));
    assertThat(session.isRunningAt(NOW)).isTrue();
    assertThat(session.isRunningAt(NOW.plusSeconds(100).minusNanos(1))).isTrue();
    assertThat(session.isRunningAt(NOW.plusSeconds(100))).isFalse();
  }

  @Test
  void runsLongerWhenUsed() {
    var used = session.used(NOW.plusSeconds(90), NOW.plusSeconds(190));

    assertThat(used.lastUsedAt()).isEqualTo(NOW.plusSeconds(90));
    assertThat(used.isRunningAt(NOW.plusSeconds(189))).isTrue();
    assertThat(used.createdAt()).isEqualTo(NOW);
    assertThat(used.expiresAt()).isEqualTo(END);
  }

  @Tag("C076")
  @Test
  void neverRunsBeyondItsExpiry() {
    var used = session.used(END.minusSeconds(1), END.plusSeconds(99));

    assertThat(used.endsAt()).isEqualTo(END);
    assertThat(used.isRunningAt(END)).isFalse();
  }

  @Test
  void namesItselfByItsId() {
    assertThat(session.id()).hasToString("00000000-0000-0003-0000-000000000004");
  }
}
