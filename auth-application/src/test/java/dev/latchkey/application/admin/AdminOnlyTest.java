package dev.latchkey.application.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserCounts;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.domain.user.UserQuery;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is for admins is refused to everyone else by the use case itself (ASVS 5 8.3.1).
@Tag("C115")
final class AdminOnlyTest {
  private final House house = new House();
  private final User anna = house.registered("anna@x.test");
  private final Caller customer = house.caller(house.registered("bob@x.test"));
  private final Caller admin = house.caller(house.admin("root@x.test"));

  private final FindUsers findUsers = new FindUsers(house.users);
  private final CountUsers countUsers = new CountUsers(house.users, house.clock);
  private final PurgeUser purgeUser = new PurgeUser(house.users, house.clock);
  private final EndUserSessions endUserSessions =
      new EndUserSessions(house.users, house.sessions, house.clock);

  @Test
  void findsUsersForAnAdminOnly() {
    assertThat(findUsers.find(customer, UserQuery.all(10))).isEmpty();
    assertThat(findUsers.find(admin, UserQuery.all(10)).orElseThrow().users())
        .extracting(user -> user.email().canonical())
        .containsExactlyInAnyOrder("anna@x.test", "bob@x.test", "root@x.test");
  }

  @Test
  void passesTheQueryOnAsItIs() {
    var query =
        new UserQuery("ro", RoleName.ADMIN, true, true, UserQuery.Order.EMAIL, null, 1, true);

    assertThat(findUsers.find(admin, query))
        .hasValueSatisfying(page -> {
          assertThat(page.users()).containsExactly(house.stored(admin.user()));
          assertThat(page.total()).isOne();
        });
  }

  @Test
  void countsUsersForAnAdminOnly() {
    assertThat(countUsers.count(customer)).isEmpty();
    assertThat(countUsers.count(admin)).contains(new UserCounts(3, 3, 1, 2));
  }

  @Test
  void countsTheLogInsOfTheLastTwentyFourHours() {
    house.deactivate(anna);
    house.clock.advance(Duration.ofHours(24));
    assertThat(countUsers.count(admin).orElseThrow().logins()).isEqualTo(2);

    house.clock.advance(Duration.ofSeconds(1));

    assertThat(countUsers.count(admin)).contains(new UserCounts(3, 2, 1, 0));
  }

  @Test
  void purgesForAnAdminOnly() {
    assertThat(purgeUser.purge(customer, anna.id())).isEqualTo(PurgeUser.Outcome.FORBIDDEN);
    assertThat(purgeUser.purge(customer, customer.user().id()))
        .isEqualTo(PurgeUser.Outcome.FORBIDDEN);
    assertThat(house.population()).isEqualTo(3);

    assertThat(purgeUser.purge(admin, anna.id())).isEqualTo(PurgeUser.Outcome.PURGED);
    assertThat(house.users.find(anna.id())).isEmpty();
    assertThat(purgeUser.purge(admin, anna.id())).isEqualTo(PurgeUser.Outcome.UNKNOWN);
  }

  @Tag("C124")
  @Test
  void doesNotPurgeTheLastAdmin() {
    assertThat(purgeUser.purge(admin, admin.user().id())).isEqualTo(PurgeUser.Outcome.LAST_ADMIN);
    assertThat(house.users.find(admin.user().id())).isPresent();
  }

  @Tag("C117")
  @Test
  void endsSomebodysSessionsForAnAdminOnly() {
    var session = house.caller(anna).session();

    assertThat(endUserSessions.end(customer, anna.id())).isFalse();
    assertThat(endUserSessions.end(customer, customer.user().id())).isFalse();
    assertThat(house.sessions.list(anna.id(), house.now())).hasSize(1);

    assertThat(endUserSessions.end(admin, anna.id())).isTrue();
    assertThat(house.sessions.list(anna.id(), house.now())).isEmpty();
    assertThat(house.stores.sessions().endReason(session)).contains(EndReason.ENDED_BY_ADMIN);
  }

  @Test
  void endsNothingOfAUserWhoIsNotThere() {
    assertThat(endUserSessions.end(admin, new UserId(house.ids.next()))).isFalse();
  }
}
