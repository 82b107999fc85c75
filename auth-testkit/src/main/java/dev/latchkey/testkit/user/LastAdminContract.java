package dev.latchkey.testkit.user;

import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.UserStore.Removal;
import dev.latchkey.domain.port.UserStore.Update.NotSaved;
import dev.latchkey.domain.port.UserStore.Update.Saved;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserQuery;
import dev.latchkey.testkit.race.Race;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleUsers;
import dev.latchkey.testkit.store.StoresUnderTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How the last active admin stays, whatever is tried and however many try at once. These tests
/// deactivate every admin that the store holds.
public interface LastAdminContract extends StoresUnderTest {

  @Test
  default void keepsTheLastAdmin() {
    var admin = onlyAdmin();
    var opening = samples().open(admin, NOW);

    assertThat(users().update(demoted(admin), NOW, Consequences.NONE))
        .isEqualTo(NotSaved.LAST_ADMIN);
    assertThat(users().update(admin.deactivated(), NOW, Consequences.NONE))
        .isEqualTo(NotSaved.LAST_ADMIN);
    assertThat(users().purge(admin.id(), Consequences.NONE)).isEqualTo(Removal.LAST_ADMIN);

    assertThat(users().find(admin.id()).orElseThrow().isActiveAdmin()).isTrue();
    assertThat(sessions().findLive(opening.session().id(), NOW)).isPresent();
  }

  @Test
  default void takesAnInactiveAdminForNone() {
    var inactive = samples().register(SampleUsers.admin());
    var admin = onlyAdmin();

    assertThat(users().update(demoted(admin), NOW, Consequences.NONE))
        .isEqualTo(NotSaved.LAST_ADMIN);
    assertThat(users().purge(inactive.id(), Consequences.NONE)).isEqualTo(Removal.REMOVED);
  }

  @Test
  default void letsAnAdminGoWhereAnotherStays() {
    onlyAdmin();

    var demoted =
        users().update(demoted(samples().register(SampleUsers.admin())), NOW, Consequences.NONE);
    var deactivated =
        users()
            .update(samples().register(SampleUsers.admin()).deactivated(), NOW, Consequences.NONE);
    var purged = users().purge(samples().register(SampleUsers.admin()).id(), Consequences.NONE);

    assertThat(demoted).isInstanceOf(Saved.class);
    assertThat(deactivated).isInstanceOf(Saved.class);
    assertThat(purged).isEqualTo(Removal.REMOVED);
  }

  @Test
  default void savesAnEditOfTheLastAdminThatLeavesThemAdmin() {
    var admin = onlyAdmin();

    var update =
        users()
            .update(
                SampleUsers.withProfile(admin, SampleUsers.fullProfile()), NOW, Consequences.NONE);

    assertThat(update).isInstanceOf(Saved.class);
  }

  @Test
  default void removesOtherUsersWhileThereIsOneAdmin() {
    onlyAdmin();
    var user = samples().register();

    assertThat(users().purge(user.id(), Consequences.NONE)).isEqualTo(Removal.REMOVED);
    assertThat(users().find(user.id())).isEmpty();
    assertThat(users().purge(user.id(), Consequences.NONE)).isEqualTo(Removal.UNKNOWN);
  }

  @Test
  @Tag("C124")
  default void keepsOneOfTwoAdminsWhoDemoteEachOther() {
    raceBy(this::demotes, this::demotes);
  }

  @Test
  @Tag("C124")
  default void keepsOneOfTwoAdminsWhoDeactivateEachOther() {
    raceBy(this::deactivates, this::deactivates);
  }

  @Test
  @Tag("C124")
  default void keepsOneOfTwoAdminsWhoPurgeEachOther() {
    raceBy(this::purges, this::purges);
  }

  @Test
  @Tag("C124")
  default void keepsOneOfTwoAdminsWhereOnePurgesAndOneDemotes() {
    raceBy(this::purges, this::demotes);
  }

  private void raceBy(Predicate<User> one, Predicate<User> other) {
    for (var round = 0; round < rounds(); round++) {
      var first = onlyAdmin();
      var second = samples().register(SampleUsers.admin());

      var gone =
          Race.among(List.<Callable<Boolean>>of(() -> one.test(second), () -> other.test(first)));

      assertThat(gone).containsExactlyInAnyOrder(true, false);
      assertThat(List.of(first, second)).filteredOn(this::isStillAdmin).hasSize(1);
    }
  }

  private boolean demotes(User admin) {
    return users().update(demoted(admin), NOW, Consequences.NONE) instanceof Saved;
  }

  private boolean deactivates(User admin) {
    return users().update(admin.deactivated(), NOW, Consequences.NONE) instanceof Saved;
  }

  private boolean purges(User admin) {
    return users().purge(admin.id(), Consequences.NONE) == Removal.REMOVED;
  }

  private boolean isStillAdmin(User admin) {
    return users().find(admin.id()).filter(User::isActiveAdmin).isPresent();
  }

  private static User demoted(User admin) {
    return SampleUsers.withRole(admin, RoleName.USER);
  }

  /// A new admin, all others being deactivated.
  private User onlyAdmin() {
    var admin = samples().register(SampleUsers.admin());
    var others =
        new UserQuery(null, RoleName.ADMIN, true, null, UserQuery.Order.OLDEST, null, 100, false);
    for (var found = users().search(others).users(); found.size() > 1; ) {
      found.stream()
          .filter(other -> !other.id().equals(admin.id()))
          .forEach(other -> users().update(other.deactivated(), NOW, Consequences.NONE));
      found = users().search(others).users();
    }
    return admin;
  }

  private SampleSessions samples() {
    return new SampleSessions(users(), sessions());
  }
}
