package dev.latchkey.testkit.user;

import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserCounts;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleUsers;
import dev.latchkey.testkit.store.StoresUnderTest;
import org.junit.jupiter.api.Test;

/// How users are counted.
public interface UserCountContract extends StoresUnderTest {

  @Test
  default void countsUsersByState() {
    var before = users().count(NOW);
    users().register(SampleUsers.user(), HASH, Consequences.NONE);
    users().register(verified(SampleUsers.user()), HASH, Consequences.NONE);
    users().register(SampleUsers.user().deactivated(), HASH, Consequences.NONE);

    var after = users().count(NOW);

    assertThat(after)
        .isEqualTo(
            new UserCounts(
                before.total() + 3, before.active() + 2, before.verified() + 1, before.logins()));
  }

  @Test
  default void countsTheUsersWhoseLastLogInIsRecent() {
    var samples = new SampleSessions(users(), sessions());
    var since = NOW.plusSeconds(1000);
    var before = users().count(since).logins();
    samples.open(samples.register(), since.minusNanos(1000));
    samples.open(samples.register(), since);
    var twice = samples.register();
    samples.open(twice, since);
    samples.open(twice, since.plusSeconds(1));

    var after = users().count(since).logins();

    assertThat(after - before).isEqualTo(2);
  }

  private static User verified(User user) {
    return user.edited(user.email(), user.profile(), user.role(), user.active(), true);
  }
}
