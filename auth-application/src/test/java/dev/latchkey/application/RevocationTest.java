package dev.latchkey.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.account.ChangePassword;
import dev.latchkey.application.account.DeactivateUser;
import dev.latchkey.application.account.EditUser;
import dev.latchkey.application.account.UserEdit;
import dev.latchkey.application.admin.EndUserSessions;
import dev.latchkey.application.admin.PurgeUser;
import dev.latchkey.application.session.Caller;
import dev.latchkey.application.session.LogOut.Scope;
import dev.latchkey.application.session.RefreshSession.Refreshed;
import dev.latchkey.application.session.RefreshSession.Refused;
import dev.latchkey.application.session.TokenPair;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.User;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The contract of revocation: which event ends what, at once.
final class RevocationTest {
  private final House house = new House();
  private final User admin = house.admin("root@x.test");
  private final Caller adminCaller = house.caller(admin);
  private final User anna = house.registered("anna@x.test");
  private final TokenPair laptop = house.loggedIn(anna);
  private final TokenPair phone = house.loggedIn(anna);

  @Tag("C079")
  @Test
  void logOutEndsThisSession() {
    house.logOut().logOut(laptop.refresh().reveal(), Scope.SESSION, House.REQUEST);

    assertDead(laptop, Refused.ENDED);
    assertAlive(phone);
  }

  @Tag("C081")
  @Test
  void logOutOfOthersEndsThose() {
    house.logOut().logOut(laptop.refresh().reveal(), Scope.OTHERS, House.REQUEST);

    assertDead(phone, Refused.ENDED);
    assertAlive(laptop);
  }

  @Tag("C081")
  @Test
  void logOutOfAllEndsAll() {
    house.logOut().logOut(laptop.refresh().reveal(), Scope.ALL, House.REQUEST);

    assertDead(laptop, Refused.ENDED);
    assertDead(phone, Refused.ENDED);
  }

  @Tag("C098")
  @Test
  void passwordChangeEndsTheOtherSessions() {
    assertThat(house.changePassword().change(house.caller(laptop), House.PASSWORD, House.WRONG))
        .isEqualTo(new ChangePassword.Changed());

    assertDead(phone, Refused.ENDED);
    assertAlive(laptop);
  }

  @Tag("C116")
  @Test
  void deactivationEndsAll() {
    assertThat(house.deactivateUser().deactivate(adminCaller, anna.id()))
        .isEqualTo(DeactivateUser.Outcome.DEACTIVATED);

    assertDead(laptop, Refused.ENDED);
    assertDead(phone, Refused.ENDED);
  }

  @Test
  void purgeEndsAll() {
    assertThat(new PurgeUser(house.users, house.clock).purge(adminCaller, anna.id()))
        .isEqualTo(PurgeUser.Outcome.PURGED);

    assertDead(laptop, Refused.INVALID);
    assertDead(phone, Refused.INVALID);
  }

  @Tag("C117")
  @Test
  void anAdminsWordEndsAllOfOneUser() {
    var ended = new EndUserSessions(house.users, house.sessions, house.clock);

    assertThat(ended.end(adminCaller, anna.id())).isTrue();

    assertDead(laptop, Refused.ENDED);
    assertDead(phone, Refused.ENDED);
    assertThat(house.sessions.list(admin.id(), house.now())).hasSize(1);
  }

  @Tag("C118")
  @Test
  void aRoleChangeEndsNothingAndCountsAtOnce() {
    assertThat(house.caller(laptop).isAdmin()).isFalse();

    var outcome = house.editUser().edit(adminCaller, anna.id(), UserEdit.ofRole("admin"), null);

    assertThat(outcome).isInstanceOf(EditUser.Edited.class);
    assertThat(house.caller(laptop).user().role()).isEqualTo(RoleName.ADMIN);
    assertThat(house.refreshed(laptop).user().role()).isEqualTo(RoleName.ADMIN);
    assertAlive(phone);
  }

  @Tag("C118")
  @Test
  void aRoleThatIsTakenAwayIsGoneAtOnceWhateverTheTokenSays() {
    house.editUser().edit(adminCaller, anna.id(), UserEdit.ofRole("admin"), null);
    var asAdmin = house.loggedIn(anna);
    assertThat(house.caller(asAdmin).isAdmin()).isTrue();

    house.editUser().edit(adminCaller, anna.id(), UserEdit.ofRole("user"), null);

    assertThat(house.caller(asAdmin).isAdmin()).isFalse();
  }

  @Tag("C073")
  @Test
  void reuseOfASpentTokenEndsItsSession() {
    var successor = house.refreshed(laptop);
    house.clock.advance(house.policy.grace().plus(Duration.ofSeconds(1)));

    assertThat(house.refresh(laptop)).isEqualTo(Refused.REUSED);

    assertDead(successor, Refused.ENDED);
    assertAlive(phone);
  }

  private void assertDead(TokenPair pair, Refused refusal) {
    assertThat(house.isLetIn(pair)).isFalse();
    assertThat(house.refresh(pair)).isEqualTo(refusal);
  }

  private void assertAlive(TokenPair pair) {
    assertThat(house.isLetIn(pair)).isTrue();
    assertThat(house.refresh(pair)).isInstanceOf(Refreshed.class);
  }
}
