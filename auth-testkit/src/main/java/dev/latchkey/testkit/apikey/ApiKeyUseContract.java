package dev.latchkey.testkit.apikey;

import static dev.latchkey.testkit.sample.SampleApiKeys.digest;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.testkit.sample.SampleApiKeys;
import dev.latchkey.testkit.sample.SampleSessions;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How the use of keys is noted.
public interface ApiKeyUseContract extends ApiKeysUnderTest {

  @Test
  default void notesAUseUnlessAnotherWasNotedSince() {
    var key = made();
    var later = NOW.plusSeconds(60);

    apiKeys().noteUse(key.id(), NOW, NOW.minusSeconds(60));
    assertThat(lastUse(key)).isEqualTo(NOW);
    apiKeys().noteUse(key.id(), later, NOW.minusNanos(1000));
    assertThat(lastUse(key)).isEqualTo(NOW);
    apiKeys().noteUse(key.id(), later, NOW);
    assertThat(lastUse(key)).isEqualTo(later);
  }

  @Test
  default void notesTheUseOfThatKeyAlone() {
    var key = made();
    var other = made();

    apiKeys().noteUse(key.id(), NOW, NOW);
    apiKeys().noteUse(new ApiKeyId(UUID.randomUUID()), NOW, NOW);

    assertThat(lastUse(other)).isNull();
    assertThat(apiKeys().list(key.user(), NOW)).containsExactly(key.used(NOW));
  }

  private @Nullable Instant lastUse(ApiKey key) {
    return apiKeys().findLive(digest(key), NOW).orElseThrow().key().lastUsedAt();
  }

  private ApiKey made() {
    var samples = new SampleSessions(users(), sessions());
    var user = samples.register();
    var session = samples.open(user, NOW).session().id();
    return new SampleApiKeys(apiKeys()).create(user.id(), session, NOW);
  }
}
