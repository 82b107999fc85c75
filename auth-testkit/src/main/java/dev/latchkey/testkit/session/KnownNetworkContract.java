package dev.latchkey.testkit.session;

import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.store.StoresUnderTest;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// From which networks a user is known.
@Tag("C133")
public interface KnownNetworkContract extends StoresUnderTest {
  /// That of the sample sessions.
  String NETWORK = "192.0.2.0/24";

  @Test
  default void knowsTheNetworkOfASession() {
    var user = new SampleSessions(users(), sessions()).open(registered(), NOW).session().user();

    assertThat(sessions().knows(user, NETWORK, NOW)).isTrue();
    assertThat(sessions().knows(user, "192.0.3.0/24", NOW)).isFalse();
    assertThat(sessions().knows(user, NETWORK, NOW.plusNanos(1_000))).isFalse();
  }

  @Test
  default void knowsTheNetworkOfASessionThatHasEnded() {
    var user = new SampleSessions(users(), sessions()).open(registered(), NOW).session().user();
    sessions().endAll(user, EndReason.LOGGED_OUT, NOW, Consequences.NONE);

    assertThat(sessions().knows(user, NETWORK, NOW)).isTrue();
  }

  @Test
  default void knowsNoNetworkOfAnotherUser() {
    new SampleSessions(users(), sessions()).open(registered(), NOW);

    assertThat(sessions().knows(registered().id(), NETWORK, NOW)).isFalse();
    assertThat(sessions().knows(new UserId(UUID.randomUUID()), NETWORK, NOW)).isFalse();
  }

  private User registered() {
    return new SampleSessions(users(), sessions()).register();
  }
}
