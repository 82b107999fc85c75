package dev.latchkey.crypto.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.crypto.token.TokenMemory.Remembered;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.token.VerifiedAccess;
import dev.latchkey.domain.user.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TokenMemoryTest {
  private static final int CAPACITY = 100;
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
  private static final TokenKeys KEYS = TokenKeys.of(Fixtures.SECRET);

  private final TokenMemory memory = new TokenMemory(CAPACITY);

  @Test
  void isBoundedAndKeepsWhatIsAskedFor() {
    memory.put(remembered("asked", NOW, NOW.plusSeconds(900)));

    for (var i = 0; i < 10 * CAPACITY; i++) {
      memory.put(remembered("token" + i, NOW, NOW.plusSeconds(900)));
      assertThat(Objects.requireNonNull(memory.find(TokenDigest.of("asked"))).recall(NOW, KEYS))
          .isPresent();
    }

    assertThat(memory.size()).isEqualTo(CAPACITY);
  }

  @Test
  void dropsWhatHasExpired() {
    for (var i = 0; i < CAPACITY; i++) {
      memory.put(remembered("old" + i, NOW, NOW.plusSeconds(1)));
    }
    for (var i = 0; i < CAPACITY; i++) {
      memory.put(remembered("new" + i, NOW.plusSeconds(1), NOW.plusSeconds(900)));
    }

    assertThat(memory.find(TokenDigest.of("old0"))).isNull();
    assertThat(memory.size()).isEqualTo(CAPACITY);
  }

  private static Remembered remembered(String token, Instant verifiedAt, Instant until) {
    var access =
        new VerifiedAccess(
            UUID.randomUUID(),
            new UserId(UUID.randomUUID()),
            new SessionId(UUID.randomUUID()),
            NOW,
            until);
    return new Remembered(TokenDigest.of(token), access, KEYS.active(), verifiedAt, until);
  }
}
