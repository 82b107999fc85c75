package dev.latchkey.testkit.session;

import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static dev.latchkey.testkit.sample.SampleSessions.OTHER_HASH;
import static dev.latchkey.testkit.sample.SampleSessions.opening;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.OpeningConsequences;
import dev.latchkey.domain.session.Opening;
import dev.latchkey.domain.user.User;
import dev.latchkey.testkit.race.Race;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleUsers;
import dev.latchkey.testkit.store.StoresUnderTest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Log-ins at the same time as what forbids them, and as other log-ins.
public interface OpeningRaceContract extends StoresUnderTest {

  @Test
  @Tag("C116")
  default void leavesNoSessionOpenAfterADeactivationMeanwhile() {
    for (var round = 0; round < rounds(); round++) {
      var user = samples().register();

      Race.between(
          () -> sessions().open(opening(user, NOW), OpeningConsequences.NONE),
          () -> sessions().open(opening(user, NOW), OpeningConsequences.NONE),
          () -> users().update(user.deactivated(), NOW, Consequences.NONE));

      var deactivated = users().find(user.id()).orElseThrow();
      assertThat(deactivated.active()).isFalse();
      assertThat(sessions().list(user.id(), NOW)).isEmpty();
      users().update(SampleUsers.activated(deactivated), NOW, Consequences.NONE);
      assertThat(sessions().list(user.id(), NOW)).isEmpty();
    }
  }

  @Test
  @Tag("C098")
  default void leavesNoSessionOpenAfterAPasswordChangeMeanwhile() {
    for (var round = 0; round < rounds(); round++) {
      var user = samples().register();

      Race.between(
          () -> sessions().open(opening(user, NOW), OpeningConsequences.NONE),
          () -> sessions().open(opening(user, NOW), OpeningConsequences.NONE),
          () -> users().changePassword(user.id(), HASH, OTHER_HASH, null, NOW, Consequences.NONE));

      assertThat(users().findCredentials(user.id()).orElseThrow().hash()).isEqualTo(OTHER_HASH);
      assertThat(sessions().list(user.id(), NOW)).isEmpty();
    }
  }

  @Test
  default void leavesThePasswordThatIsSetWhileTheOldOnesHashIsRenewed() {
    for (var round = 0; round < rounds(); round++) {
      var user = samples().register();
      var renewed = new PasswordHash("$sample$renewed");
      var changed = new PasswordHash("$sample$changed");

      var results =
          Race.among(
              List.<Callable<Boolean>>of(
                  () ->
                      sessions()
                          .open(opening(user, NOW, HASH, renewed, 50), OpeningConsequences.NONE)
                          .isPresent(),
                  () ->
                      users()
                          .changePassword(user.id(), HASH, changed, null, NOW, Consequences.NONE)));

      assertThat(results).containsExactlyInAnyOrder(true, false);
      assertThat(users().findCredentials(user.id()).orElseThrow().hash())
          .isEqualTo(results.get(1) ? changed : renewed);
    }
  }

  @Test
  default void renewsAHashOnceWhereManyLogInsAskForIt() {
    for (var round = 0; round < rounds(); round++) {
      var user = samples().register();
      var openings =
          IntStream.range(0, 8)
              .mapToObj(i -> opening(user, NOW, HASH, new PasswordHash("$sample$" + i), 50))
              .toList();

      var opened = Race.among(openings.stream().map(this::call).toList());

      var winners = IntStream.range(0, 8).filter(i -> opened.get(i).isPresent()).toArray();
      assertThat(winners).hasSize(1);
      assertThat(users().findCredentials(user.id()).orElseThrow().hash())
          .isEqualTo(openings.get(winners[0]).renewed());
    }
  }

  @Test
  @Tag("C086")
  default void keepsNoMoreSessionsThanAllowedWhereManyOpenAtOnce() {
    for (var round = 0; round < rounds(); round++) {
      var user = samples().register();

      Race.of(
          16, () -> sessions().open(opening(user, NOW, HASH, null, 5), OpeningConsequences.NONE));

      assertThat(sessions().list(user.id(), NOW)).hasSize(5);
    }
  }

  /// Each sees room for itself, and nobody comes later who would make it.
  @Test
  default void keepsNoMoreSessionsThanAllowedWhereTwoOpenTheLast() {
    for (var round = 0; round < rounds(); round++) {
      var user = samples().register();
      for (var i = 0; i < 4; i++) {
        samples().open(user, NOW);
      }

      Race.of(
          2, () -> sessions().open(opening(user, NOW, HASH, null, 5), OpeningConsequences.NONE));

      assertThat(sessions().list(user.id(), NOW)).hasSize(5);
    }
  }

  private Callable<Optional<User>> call(Opening opening) {
    return () -> sessions().open(opening, OpeningConsequences.NONE);
  }

  private SampleSessions samples() {
    return new SampleSessions(users(), sessions());
  }
}
