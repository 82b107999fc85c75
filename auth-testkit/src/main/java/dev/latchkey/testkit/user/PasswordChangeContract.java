package dev.latchkey.testkit.user;

import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static dev.latchkey.testkit.sample.SampleSessions.OTHER_HASH;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.testkit.race.Race;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleUsers;
import dev.latchkey.testkit.store.StoresUnderTest;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How passwords change. What that does to sessions is in the contract of the session store.
public interface PasswordChangeContract extends StoresUnderTest {

  @Test
  default void putsTheRenewedHashInThePlaceOfTheVerifiedOne() {
    var user = samples().register();

    var changed = users().changePassword(user.id(), HASH, OTHER_HASH, null, NOW, Consequences.NONE);

    assertThat(changed).isTrue();
    var stored = users().findCredentials(user.id()).orElseThrow();
    assertThat(stored.hash()).isEqualTo(OTHER_HASH);
    assertThat(stored.user().profile()).isEqualTo(user.profile());
  }

  @Test
  default void changesNothingWhereAnotherHashIsStored() {
    var user = samples().register();

    var changed =
        users()
            .changePassword(
                user.id(), OTHER_HASH, new PasswordHash("$sample$3"), null, NOW, Consequences.NONE);

    assertThat(changed).isFalse();
    assertThat(users().findCredentials(user.id()).orElseThrow().hash()).isEqualTo(HASH);
  }

  @Test
  default void changesNothingWhereThereIsNoPassword() {
    var user = SampleUsers.user();
    users().register(user, null, Consequences.NONE);

    var changed = users().changePassword(user.id(), HASH, OTHER_HASH, null, NOW, Consequences.NONE);

    assertThat(changed).isFalse();
    assertThat(users().findCredentials(user.id()).orElseThrow().hash()).isNull();
  }

  @Test
  default void changesNothingWhereThereIsNobody() {
    var stranger = SampleUsers.user();

    assertThat(
            users().changePassword(stranger.id(), HASH, OTHER_HASH, null, NOW, Consequences.NONE))
        .isFalse();
  }

  @Test
  default void letsOneOfManyPasswordChangesWin() {
    for (var round = 0; round < rounds(); round++) {
      var user = samples().register();
      var hashes = IntStream.range(0, 8).mapToObj(i -> new PasswordHash("$sample$" + i)).toList();
      var changes =
          hashes.stream()
              .map(hash ->
                  (Callable<Boolean>)
                      () ->
                          users()
                              .changePassword(user.id(), HASH, hash, null, NOW, Consequences.NONE))
              .toList();

      var changed = Race.among(changes);

      assertThat(changed).containsOnlyOnce(true);
      assertThat(users().findCredentials(user.id()).orElseThrow().hash())
          .isEqualTo(hashes.get(changed.indexOf(true)));
    }
  }

  private SampleSessions samples() {
    return new SampleSessions(users(), sessions());
  }
}
