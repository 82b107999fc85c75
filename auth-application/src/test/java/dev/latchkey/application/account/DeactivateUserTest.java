package dev.latchkey.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.application.Meddler;
import dev.latchkey.application.account.DeactivateUser.Outcome;
import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.testkit.race.Race;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class DeactivateUserTest {
  private final House house = new House();
  private final User anna = house.registered("anna@x.test");
  private final Caller self = house.caller(anna);
  private final Caller admin = house.caller(house.admin("root@x.test"));

  @Test
  void shutsOnesOwnAccountAndEndsEverySession() {
    assertThat(deactivate(self, anna.id())).isEqualTo(Outcome.DEACTIVATED);

    assertThat(house.stored(anna).active()).isFalse();
    assertThat(house.sessions.list(anna.id(), house.now())).isEmpty();
    assertThat(house.stores.sessions().endReason(self.session()))
        .contains(EndReason.USER_DEACTIVATED);
  }

  @Tag("C116")
  @Test
  void shutsAnyonesAccountForAnAdmin() {
    assertThat(deactivate(admin, anna.id())).isEqualTo(Outcome.DEACTIVATED);

    assertThat(house.stored(anna).active()).isFalse();
  }

  @Test
  void makesNoErrorOfDoingItTwiceAndSavesNothingThen() {
    deactivate(admin, anna.id());
    var version = house.stored(anna).version();

    assertThat(deactivate(admin, anna.id())).isEqualTo(Outcome.DEACTIVATED);
    assertThat(house.stored(anna).version()).isEqualTo(version);
  }

  @Tag("C114")
  @Test
  void answersAlikeForAForeignUserAndForNone() {
    var nobody = new UserId(house.ids.next());

    assertThat(deactivate(self, admin.user().id())).isEqualTo(Outcome.UNKNOWN);
    assertThat(deactivate(self, nobody)).isEqualTo(Outcome.UNKNOWN);
    assertThat(deactivate(admin, nobody)).isEqualTo(Outcome.UNKNOWN);
    assertThat(house.stored(admin.user()).active()).isTrue();
  }

  @Tag("C124")
  @Test
  void keepsTheLastAdmin() {
    assertThat(deactivate(admin, admin.user().id())).isEqualTo(Outcome.LAST_ADMIN);
    assertThat(house.stored(admin.user()).isActiveAdmin()).isTrue();
  }

  @Tag("C124")
  @RepeatedTest(50)
  void keepsOneOfTwoAdminsWhoShutEachOtherOut() {
    var other = house.caller(house.admin("two@x.test"));

    var outcomes =
        Race.among(
            List.of(
                () -> deactivate(admin, other.user().id()),
                () -> deactivate(other, admin.user().id())));

    assertThat(outcomes).containsExactlyInAnyOrder(Outcome.DEACTIVATED, Outcome.LAST_ADMIN);
  }

  @Test
  void triesAgainWhereAnotherEditComesFirst() {
    var attempts = new AtomicInteger();

    assertThat(deactivateMeddled(attempts, 2)).isEqualTo(Outcome.DEACTIVATED);
    assertThat(attempts).hasValue(3);
    assertThat(house.stored(anna).active()).isFalse();
  }

  @Test
  void saysThatItIsBusyWhereOthersEditAgainAndAgain() {
    assertThat(deactivateMeddled(new AtomicInteger(), Integer.MAX_VALUE)).isEqualTo(Outcome.BUSY);
    assertThat(house.stored(anna).active()).isTrue();
  }

  @Test
  void findsTheUserGoneWhoIsPurgedMeanwhile() {
    var users =
        Meddler.before(
            UserStore.class,
            house.users,
            "update",
            () -> house.users.purge(anna.id(), Consequences.NONE));

    assertThat(new DeactivateUser(users, house.clock).deactivate(admin, anna.id()))
        .isEqualTo(Outcome.UNKNOWN);
  }

  private Outcome deactivateMeddled(AtomicInteger attempts, int times) {
    var users =
        Meddler.before(
            UserStore.class,
            house.users,
            "update",
            () -> {
              if (attempts.getAndIncrement() < times) {
                house.users.update(house.stored(anna), house.now(), Consequences.NONE);
              }
            });
    return new DeactivateUser(users, house.clock).deactivate(self, anna.id());
  }

  private Outcome deactivate(Caller caller, UserId id) {
    return house.deactivateUser().deactivate(caller, id);
  }
}
