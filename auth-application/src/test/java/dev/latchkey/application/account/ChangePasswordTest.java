package dev.latchkey.application.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.House;
import dev.latchkey.application.Meddler;
import dev.latchkey.application.account.ChangePassword.Changed;
import dev.latchkey.application.account.ChangePassword.Invalid;
import dev.latchkey.application.account.ChangePassword.Outcome;
import dev.latchkey.application.account.ChangePassword.WrongPassword;
import dev.latchkey.application.session.Caller;
import dev.latchkey.application.session.LogIn;
import dev.latchkey.application.session.TokenPair;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.Violation.Code;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.Overloaded;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.User;
import dev.latchkey.testkit.password.QuickPasswordHasher;
import dev.latchkey.testkit.race.Race;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class ChangePasswordTest {
  private static final RawPassword RENEWED = new RawPassword("purple monkey dishwasher");

  private final House house = new House();
  private final User anna = house.registered("anna@x.test");
  private final TokenPair laptop = house.loggedIn(anna);
  private final TokenPair phone = house.loggedIn(anna);
  private final Caller onLaptop = house.caller(laptop);

  @Tag("C098")
  @Test
  void makesTheNewPasswordCountAndEndsTheOtherSessions() {
    var phoneSession = house.caller(phone).session();

    assertThat(change(House.PASSWORD, RENEWED)).isEqualTo(new Changed());

    assertThat(house.isLetIn(laptop)).isTrue();
    assertThat(house.isLetIn(phone)).isFalse();
    assertThat(house.stores.sessions().endReason(phoneSession))
        .contains(EndReason.PASSWORD_CHANGED);
    assertThat(house.logIn().logIn("anna@x.test", House.PASSWORD, House.REQUEST))
        .isEqualTo(new LogIn.Refused(LogIn.Reason.WRONG_PASSWORD));
    assertThat(house.isLetIn(house.loggedIn(anna, RENEWED))).isTrue();
  }

  @Tag("C099")
  @Test
  void changesNothingForAWrongPasswordHoweverOften() {
    var hash = house.storedHash(anna);

    for (int i = 0; i < 5; i++) {
      assertThat(change(House.WRONG, RENEWED)).isEqualTo(new WrongPassword());
    }
    var hashes = house.hasher.hashes();

    assertThat(change(House.WRONG, RENEWED)).isInstanceOf(ChangePassword.Throttled.class);
    assertThat(change(House.PASSWORD, RENEWED)).isInstanceOf(ChangePassword.Throttled.class);
    assertThat(house.hasher.hashes()).isEqualTo(hashes);
    assertThat(house.storedHash(anna)).isEqualTo(hash);
    assertThat(house.isLetIn(laptop)).isTrue();
    assertThat(house.isLetIn(phone)).isTrue();
  }

  @Test
  void acceptsAnOutdatedHashOfTheRightPassword() {
    var bob = house.kept("bob@x.test", house.hasher.outdated(House.PASSWORD));
    var caller = house.caller(bob);

    assertThat(house.changePassword().change(caller, House.PASSWORD, RENEWED))
        .isEqualTo(new Changed());
  }

  @Tag("C060")
  @Test
  void refusesWhereNoPasswordCanBeMatched() {
    var bare = new Caller(house.kept("bare@x.test", null), onLaptop.session(), House.REQUEST);
    var torn =
        new Caller(
            house.kept("torn@x.test", QuickPasswordHasher.corrupt()),
            onLaptop.session(),
            House.REQUEST);
    var before = house.hasher.hashes();

    assertThat(house.changePassword().change(bare, House.PASSWORD, RENEWED))
        .isEqualTo(new WrongPassword());
    assertThat(house.changePassword().change(torn, House.PASSWORD, RENEWED))
        .isEqualTo(new WrongPassword());
    assertThat(house.hasher.hashes()).isEqualTo(before + 2);
  }

  @Test
  void refusesForAUserWhoIsGone() {
    house.users.purge(anna.id(), Consequences.NONE);

    assertThat(change(House.PASSWORD, RENEWED)).isEqualTo(new WrongPassword());
  }

  @Tag("C035")
  @Test
  void holdsTheNewPasswordToTheRulesBeforeAnyHashing() {
    var before = house.hasher.hashes();

    assertThat(violations(change(House.PASSWORD, new RawPassword("short"))))
        .containsExactly(Tuple.tuple("new_password", Code.PASSWORD_TOO_SHORT));
    assertThat(violations(change(House.PASSWORD, new RawPassword("password1"))))
        .containsExactly(Tuple.tuple("new_password", Code.PASSWORD_TOO_COMMON));
    assertThat(violations(change(House.PASSWORD, new RawPassword("anna1234"))))
        .containsExactly(Tuple.tuple("new_password", Code.PASSWORD_PERSONAL));
    assertThat(house.hasher.hashes()).isEqualTo(before);
  }

  @Test
  @Tag("C035")
  void looksUpNoBreachesForWhoDoesNotKnowThePresentPassword() {
    var lookUps = house.breached.lookUps();

    for (var i = 0; i < 9; i++) {
      change(House.WRONG, RENEWED);
    }

    assertThat(house.breached.lookUps()).isEqualTo(lookUps);
  }

  @Test
  void refusesABreachedPasswordAndCountsThePresentOneAsRight() {
    house.breached.add(RENEWED);

    for (var i = 0; i < 9; i++) {
      assertThat(violations(change(House.PASSWORD, RENEWED)))
          .containsExactly(Tuple.tuple("new_password", Code.PASSWORD_COMPROMISED));
    }
  }

  @Tag("C038")
  @Test
  void hashesNeitherOfTwoPasswordsWithAFormThatNoneMayHave() {
    var before = house.hasher.hashes();

    assertThat(violations(change(new RawPassword("x".repeat(257)), new RawPassword("\u0000"))))
        .containsExactly(
            Tuple.tuple("current_password", Code.PASSWORD_TOO_LONG),
            Tuple.tuple("new_password", Code.PASSWORD_MALFORMED));
    assertThat(house.hasher.hashes()).isEqualTo(before);
  }

  @Test
  void refusesWhereSomebodyElseChangesThePasswordMeanwhile() {
    var users =
        Meddler.before(
            UserStore.class,
            house.users,
            "changePassword",
            () -> assertThat(change(House.PASSWORD, House.WRONG)).isEqualTo(new Changed()));
    var changePassword =
        new ChangePassword(
            users,
            house.hasher,
            house.passwords,
            house.stores.audit(),
            house.limitPasswords(),
            house.clock);

    assertThat(changePassword.change(onLaptop, House.PASSWORD, RENEWED))
        .isEqualTo(new WrongPassword());
    assertThat(house.isLetIn(house.loggedIn(anna, House.WRONG))).isTrue();
  }

  @Test
  void changesThePasswordAlsoWhereALogInRenewsTheHashMeanwhile() {
    var berta = house.kept("berta@x.test", house.hasher.outdated(House.PASSWORD));
    var users =
        Meddler.before(UserStore.class, house.users, "changePassword", () -> house.loggedIn(berta));
    var changePassword =
        new ChangePassword(
            users,
            house.hasher,
            house.passwords,
            house.stores.audit(),
            house.limitPasswords(),
            house.clock);
    var caller = new Caller(berta, new SessionId(house.ids.next()), House.REQUEST);

    assertThat(changePassword.change(caller, House.PASSWORD, RENEWED)).isEqualTo(new Changed());
    assertThat(house.isLetIn(house.loggedIn(berta, RENEWED))).isTrue();
  }

  @Tag("C161")
  @Test
  void changesNothingWhereTheHasherIsOverloaded() {
    var hash = house.storedHash(anna);
    house.hasher.overload(true);

    assertThatThrownBy(() -> change(House.PASSWORD, RENEWED)).isInstanceOf(Overloaded.class);
    assertThat(house.storedHash(anna)).isEqualTo(hash);
    assertThat(house.isLetIn(phone)).isTrue();
  }

  @RepeatedTest(20)
  void letsOneOfTwoChangesAtOnceWin() {
    var onPhone = house.caller(phone);

    var outcomes =
        Race.<Outcome>among(
            List.of(
                () -> house.changePassword().change(onLaptop, House.PASSWORD, RENEWED),
                () -> house.changePassword().change(onPhone, House.PASSWORD, House.WRONG)));

    assertThat(outcomes).containsExactlyInAnyOrder(new Changed(), new WrongPassword());
    assertThat(house.sessions.list(anna.id(), house.now())).hasSize(1);
  }

  private Outcome change(RawPassword current, RawPassword renewed) {
    return house.changePassword().change(onLaptop, current, renewed);
  }

  private static List<Tuple> violations(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Invalid.class);
    return ((Invalid) outcome)
        .violations().stream()
            .map((Violation found) -> Tuple.tuple(found.field(), found.code()))
            .toList();
  }
}
