package dev.latchkey.testkit.apikey;

import static dev.latchkey.testkit.sample.SampleApiKeys.LIFE;
import static dev.latchkey.testkit.sample.SampleApiKeys.MANY;
import static dev.latchkey.testkit.sample.SampleApiKeys.digest;
import static dev.latchkey.testkit.sample.SampleApiKeys.key;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.apikey.LiveApiKey;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.client.Scopes;
import dev.latchkey.domain.port.ApiKeyStore.Creation;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.User;
import dev.latchkey.testkit.sample.SampleApiKeys;
import dev.latchkey.testkit.sample.SampleSessions;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// How keys are made and found.
public interface ApiKeyCreationContract extends ApiKeysUnderTest {

  @Test
  default void findsAKeyWithItsUser() {
    var user = samples().register();
    var key = made(user);

    var found = apiKeys().findLive(digest(key), NOW);

    var stored = users().find(user.id()).orElseThrow();
    assertThat(found).contains(new LiveApiKey(key, stored));
    assertThat(apiKeys().findLive(digest(key(user.id(), NOW)), NOW)).isEmpty();
  }

  @Test
  default void keepsAKeyWithoutScopes() {
    var user = samples().register();
    var with = key(user.id(), NOW);
    var bare =
        new ApiKey(
            with.id(),
            user.id(),
            with.name(),
            Scopes.NONE,
            with.hint(),
            with.createdAt(),
            with.expiresAt(),
            null);

    var created = apiKeys().create(bare, digest(bare), session(user), MANY, Consequences.NONE);

    assertThat(created).isEqualTo(Creation.CREATED);
    assertThat(apiKeys().list(user.id(), NOW)).containsExactly(bare);
  }

  @Test
  default void findsAKeyUntilItRunsOut() {
    var key = made(samples().register());
    var end = NOW.plus(LIFE);

    assertThat(apiKeys().findLive(digest(key), end.minusNanos(1000))).isPresent();
    assertThat(apiKeys().findLive(digest(key), end)).isEmpty();
    assertThat(apiKeys().list(key.user(), end.minusNanos(1000))).containsExactly(key);
    assertThat(apiKeys().list(key.user(), end)).isEmpty();
  }

  @Test
  default void listsTheUsersOwnKeysTheNewestFirst() {
    var user = samples().register();
    var session = session(user);
    var older = making().create(user.id(), session, NOW);
    var newer = making().create(user.id(), session, NOW.plusSeconds(1));
    made(samples().register());

    assertThat(apiKeys().list(user.id(), NOW.plusSeconds(2))).containsExactly(newer, older);
  }

  @Test
  default void makesNoMoreThanAllowedAndCountsLivingOnesAlone() {
    var user = samples().register();
    var session = session(user);
    var first = key(user.id(), NOW);
    apiKeys().create(first, digest(first), session, 2, Consequences.NONE);
    var second = key(user.id(), NOW);
    apiKeys().create(second, digest(second), session, 2, Consequences.NONE);
    var third = key(user.id(), NOW);

    assertThat(apiKeys().create(third, digest(third), session, 2, event(user)))
        .isEqualTo(Creation.TOO_MANY);

    assertThat(apiKeys().findLive(digest(third), NOW)).isEmpty();
    assertThat(events(user.id())).isEmpty();
    apiKeys().revoke(user.id(), first.id(), NOW, Consequences.NONE);
    assertThat(apiKeys().create(third, digest(third), session, 2, event(user)))
        .isEqualTo(Creation.CREATED);
    assertThat(events(user.id())).hasSize(1);
  }

  @Test
  default void countsNoKeyThatRanOut() {
    var user = samples().register();
    var session = session(user);
    var old = key(user.id(), NOW.minus(LIFE));
    apiKeys().create(old, digest(old), session, 1, Consequences.NONE);
    var key = key(user.id(), NOW);

    assertThat(apiKeys().create(key, digest(key), session, 1, Consequences.NONE))
        .isEqualTo(Creation.CREATED);
  }

  @Test
  default void makesNoKeyWithoutALivingSessionOfTheUser() {
    var user = samples().register();
    var ended = session(user);
    sessions().end(user.id(), ended, EndReason.LOGGED_OUT, NOW, Consequences.NONE);

    assertMakesNone(user, ended);
    assertMakesNone(user, session(samples().register()));
    assertMakesNone(user, new SessionId(UUID.randomUUID()));
  }

  @Test
  default void makesNoKeyInASessionThatRanOut() {
    var user = samples().register();
    var session = session(user);
    var late = key(user.id(), NOW.plus(SampleSessions.IDLE));

    assertThat(apiKeys().create(late, digest(late), session, MANY, Consequences.NONE))
        .isEqualTo(Creation.NO_SESSION);
  }

  private void assertMakesNone(User user, SessionId session) {
    var key = key(user.id(), NOW);

    assertThat(apiKeys().create(key, digest(key), session, MANY, event(user)))
        .isEqualTo(Creation.NO_SESSION);

    assertThat(apiKeys().findLive(digest(key), NOW)).isEmpty();
    assertThat(events(user.id())).isEmpty();
  }

  private ApiKey made(User user) {
    return making().create(user.id(), session(user), NOW);
  }

  private SessionId session(User user) {
    return samples().open(user, NOW).session().id();
  }

  private static Consequences event(User user) {
    return Consequences.of(
        AuditEvent.of(EventKind.API_KEY_CREATED, NOW, Origin.UNKNOWN).about(user.id()));
  }

  private SampleApiKeys making() {
    return new SampleApiKeys(apiKeys());
  }

  private SampleSessions samples() {
    return new SampleSessions(users(), sessions());
  }
}
