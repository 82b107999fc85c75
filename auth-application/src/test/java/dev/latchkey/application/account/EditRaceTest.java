package dev.latchkey.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.application.Meddler;
import dev.latchkey.application.account.EditUser.Edited;
import dev.latchkey.application.account.EditUser.Refused;
import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.domain.user.User;
import dev.latchkey.testkit.race.Race;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Edits that meet other edits, and the admin who must stay.
final class EditRaceTest {
  private static final UserEdit TO_ANNA =
      UserEdit.ofProfile(Edit.keep(), Edit.to("Anna"), Edit.keep());

  private final House house = new House();
  private final User anna = house.registered("anna@x.test");
  private final Caller self = house.caller(anna);
  private final AtomicInteger attempts = new AtomicInteger();

  @Test
  void savesAnEditOfTheExpectedVersion() {
    assertThat(house.editUser().edit(self, anna.id(), TO_ANNA, 0L)).isInstanceOf(Edited.class);
  }

  @Test
  void refusesAnEditOfAnOldVersionEvenWhereItIsFaultyOrForbidden() {
    house.editUser().edit(self, anna.id(), TO_ANNA, null);
    var faulty = UserEdit.ofProfile(Edit.to("!"), Edit.keep(), Edit.keep());

    assertThat(house.editUser().edit(self, anna.id(), TO_ANNA, 0L)).isEqualTo(Refused.STALE);
    assertThat(house.editUser().edit(self, anna.id(), faulty, 0L)).isEqualTo(Refused.STALE);
    assertThat(house.editUser().edit(self, anna.id(), UserEdit.ofRole("admin"), 0L))
        .isEqualTo(Refused.STALE);
  }

  @Test
  void loadsAgainAndEditsThatWhereNoVersionIsExpected() {
    var outcome = editMeddled(2, null);

    assertThat(attempts).hasValue(3);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Edited.class,
            edited -> {
              assertThat(edited.user().profile().name()).isEqualTo(new DisplayName("Anna"));
              assertThat(edited.user().version()).isEqualTo(3);
            });
  }

  @Test
  void doesNotTryAgainWhereAVersionIsExpected() {
    assertThat(editMeddled(1, 0L)).isEqualTo(Refused.STALE);
    assertThat(attempts).hasValue(1);
  }

  @Test
  void givesUpWhereOthersEditAgainAndAgain() {
    assertThat(editMeddled(Integer.MAX_VALUE, null)).isEqualTo(Refused.BUSY);
    assertThat(attempts).hasValue(5);
    assertThat(house.stored(anna).profile().name()).isNull();
  }

  @Test
  void findsTheUserGoneWhoIsPurgedMeanwhile() {
    var users = meddled(() -> house.users.purge(anna.id(), Consequences.NONE));

    var outcome =
        new EditUser(users, house.roles, house.clock).edit(self, anna.id(), TO_ANNA, null);

    assertThat(outcome).isEqualTo(Refused.UNKNOWN);
  }

  @Tag("C124")
  @Test
  void keepsTheLastAdmin() {
    var admin = house.caller(house.admin("root@x.test"));
    var off =
        new UserEdit(
            Edit.keep(),
            Edit.keep(),
            Edit.keep(),
            Edit.keep(),
            Edit.keep(),
            Edit.to(false),
            Edit.keep());

    assertThat(house.editUser().edit(admin, admin.user().id(), UserEdit.ofRole("user"), null))
        .isEqualTo(Refused.LAST_ADMIN);
    assertThat(house.editUser().edit(admin, admin.user().id(), off, null))
        .isEqualTo(Refused.LAST_ADMIN);
    assertThat(house.stored(admin.user()).isActiveAdmin()).isTrue();
  }

  @Tag("C124")
  @RepeatedTest(50)
  void letsOneOfTwoAdminsWinWhoDemoteEachOther() {
    var one = house.caller(house.admin("one@x.test"));
    var two = house.caller(house.admin("two@x.test"));

    var outcomes = Race.among(List.of(demotion(one, two), demotion(two, one)));

    assertThat(outcomes).filteredOn(Edited.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Refused.LAST_ADMIN::equals).hasSize(1);
  }

  @RepeatedTest(20)
  void losesNoneOfThreeEditsAtOnceThatExpectNoVersion() {
    var outcomes =
        Race.among(
            List.of(
                edit(UserEdit.ofProfile(Edit.to("annie"), Edit.keep(), Edit.keep())),
                edit(UserEdit.ofProfile(Edit.keep(), Edit.to("Anna"), Edit.keep())),
                edit(UserEdit.ofProfile(Edit.keep(), Edit.keep(), Edit.to("https://x.test/a")))));

    assertThat(outcomes).allMatch(Edited.class::isInstance);
    assertThat(house.stored(anna).profile()).hasNoNullFieldsOrProperties();
  }

  private EditUser.Outcome editMeddled(int times, @Nullable Long expectedVersion) {
    var users =
        meddled(() -> {
          if (attempts.getAndIncrement() < times) {
            house.users.update(house.stored(anna), house.now(), Consequences.NONE);
          }
        });
    return new EditUser(users, house.roles, house.clock)
        .edit(self, anna.id(), TO_ANNA, expectedVersion);
  }

  private UserStore meddled(Runnable meddling) {
    return Meddler.before(UserStore.class, house.users, "update", meddling);
  }

  private Callable<EditUser.Outcome> edit(UserEdit edit) {
    return () -> house.editUser().edit(self, anna.id(), edit, null);
  }

  private Callable<EditUser.Outcome> demotion(Caller by, Caller of) {
    return () -> house.editUser().edit(by, of.user().id(), UserEdit.ofRole("user"), null);
  }
}
