package dev.latchkey.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.client.Scopes;
import dev.latchkey.domain.port.ApiKeyStore;
import dev.latchkey.domain.port.ApiKeyStore.Creation;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// Makes API keys whose text nobody needs.
public record SampleApiKeys(ApiKeyStore apiKeys) {
  /// How long a key lives.
  public static final Duration LIFE = Duration.ofDays(90);

  /// More than any test makes of one user.
  public static final int MANY = 1_000;

  /// Makes a key of the session's user.
  public ApiKey create(UserId user, SessionId session, Instant now) {
    var key = key(user, now);
    assertThat(apiKeys.create(key, digest(key), session, MANY, Consequences.NONE))
        .isEqualTo(Creation.CREATED);
    return key;
  }

  /// A key with an id and a digest that were never given before.
  public static ApiKey key(UserId user, Instant now) {
    return new ApiKey(
        new ApiKeyId(UUID.randomUUID()),
        user,
        new DisplayName("Zoë's build"),
        Scopes.parse("account:read users:read").orElseThrow(),
        "lkp_a1B2",
        now,
        now.plus(LIFE),
        null);
  }

  /// The digest of this key.
  public static TokenDigest digest(ApiKey key) {
    return TokenDigest.of("lkp_" + key.id());
  }
}
