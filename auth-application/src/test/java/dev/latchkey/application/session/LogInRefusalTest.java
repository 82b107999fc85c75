package dev.latchkey.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.application.Meddler;
import dev.latchkey.application.account.Registration;
import dev.latchkey.application.session.LogIn.LoggedIn;
import dev.latchkey.application.session.LogIn.Outcome;
import dev.latchkey.application.session.LogIn.Reason;
import dev.latchkey.application.session.LogIn.Refused;
import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.password.Verification;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.PasswordHasher;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.testkit.password.QuickPasswordHasher;
import dev.latchkey.testkit.race.Race;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is not let in, why, and that each refusal costs one hash.
final class LogInRefusalTest {
  private static final RawPassword EMPTY = new RawPassword("");

  private final House house = new House();

  @Tag("C049")
  @Tag("C052")
  @ParameterizedTest
  @ValueSource(
      strings = {"nobody@x.test", "nobody", "", "@", "a", "admin", "' OR '1'='1", "\u0000"})
  void refusesAnUnknownLoginAfterOneHash(String login) {
    house.kept("anna@x.test", null);

    assertThat(logIn(login, House.PASSWORD)).isEqualTo(new Refused(Reason.UNKNOWN_LOGIN));
    assertThat(house.hasher.hashes()).isOne();
  }

  @Tag("C049")
  @Tag("C050")
  @Tag("C052")
  @ParameterizedTest
  @ValueSource(strings = {"anna@x.test", "annie"})
  void refusesAWrongPasswordAfterOneHash(String login) {
    house
        .registerUser()
        .register(
            new Registration("anna@x.test", House.PASSWORD, "annie", null, null, null),
            House.REQUEST);
    var before = house.hasher.hashes();

    assertThat(logIn(login, House.WRONG)).isEqualTo(new Refused(Reason.WRONG_PASSWORD));
    assertThat(logIn(login, EMPTY)).isEqualTo(new Refused(Reason.WRONG_PASSWORD));
    assertThat(house.hasher.hashes()).isEqualTo(before + 2);
  }

  @Tag("C049")
  @Tag("C052")
  @Tag("C053")
  @Test
  void refusesADeactivatedUserAfterOneHashAndTellsTheReasonOnlyOfTheRightPassword() {
    var anna = house.registered("anna@x.test");
    house.deactivate(anna);
    var before = house.hasher.hashes();

    assertThat(logIn("anna@x.test", House.PASSWORD)).isEqualTo(new Refused(Reason.INACTIVE));
    assertThat(logIn("anna@x.test", House.WRONG)).isEqualTo(new Refused(Reason.WRONG_PASSWORD));
    assertThat(house.hasher.hashes()).isEqualTo(before + 2);
    assertThat(house.stored(anna).lastLogin()).isNull();
  }

  @Tag("C049")
  @Test
  void refusesAPurgedUserAsUnknown() {
    var anna = house.registered("anna@x.test");
    house.users.purge(anna.id(), Consequences.NONE);

    assertThat(logIn("anna@x.test", House.PASSWORD)).isEqualTo(new Refused(Reason.UNKNOWN_LOGIN));
  }

  @Tag("C053")
  @Test
  void letsAReactivatedUserInAgainButLeavesTheOldSessionsDead() {
    var anna = house.registered("anna@x.test");
    var old = house.loggedIn(anna);
    house.deactivate(anna);
    var back = house.stored(anna).edited(anna.email(), anna.profile(), anna.role(), true, false);
    house.users.update(back, house.now(), Consequences.NONE);

    assertThat(logIn("anna@x.test", House.PASSWORD)).isInstanceOf(LoggedIn.class);
    assertThat(house.isLetIn(old)).isFalse();
    assertThat(house.refresh(old)).isEqualTo(RefreshSession.Refused.ENDED);
  }

  @Tag("C052")
  @Tag("C060")
  @ParameterizedTest
  @ValueSource(strings = {"", "correct horse battery"})
  void refusesAnAccountWithoutAPasswordAfterOneHash(String password) {
    house.kept("anna@x.test", null);

    assertThat(logIn("anna@x.test", new RawPassword(password)))
        .isEqualTo(new Refused(Reason.NO_PASSWORD));
    assertThat(house.hasher.hashes()).isOne();
  }

  @Tag("C052")
  @Tag("C060")
  @ParameterizedTest
  @CsvSource({"''", "correct horse battery"})
  void refusesAHashThatCannotBeReadAfterOneHash(String password) {
    house.kept("anna@x.test", QuickPasswordHasher.corrupt());
    house.kept("bob@x.test", new PasswordHash(""));

    assertThat(logIn("anna@x.test", new RawPassword(password)))
        .isEqualTo(new Refused(Reason.CORRUPT_HASH));
    assertThat(logIn("bob@x.test", new RawPassword(password)))
        .isEqualTo(new Refused(Reason.CORRUPT_HASH));
    assertThat(house.hasher.hashes()).isEqualTo(2);
  }

  @Test
  void trustsNoHasherThatFindsNothingToMatch() {
    house.kept("anna@x.test", null);
    var gullible = new Gullible(house.hasher);

    var logIn = house.logIn(house.users, house.sessions, gullible);

    assertThat(logIn.logIn("anna@x.test", House.PASSWORD, House.REQUEST))
        .isEqualTo(new Refused(Reason.NO_PASSWORD));
    assertThat(logIn.logIn("nobody@x.test", House.PASSWORD, House.REQUEST))
        .isEqualTo(new Refused(Reason.UNKNOWN_LOGIN));
  }

  @Test
  void opensNoSessionWhereThePasswordIsChangedBetweenCheckAndOpening() {
    var anna = house.registered("anna@x.test");
    var renewed = house.hasher.hash(House.WRONG);

    var outcome =
        logInWith(() -> {
          var verified = house.storedHash(anna);
          house.users.changePassword(
              anna.id(), verified, renewed, null, house.now(), Consequences.NONE);
        });

    assertThat(outcome).isEqualTo(new Refused(Reason.WRONG_PASSWORD));
    assertThat(house.sessions.list(anna.id(), house.now())).isEmpty();
  }

  @Test
  void opensNoSessionWhereThePasswordIsChangedAgainAndAgain() {
    var anna = house.registered("anna@x.test");

    var outcome =
        logInWith(() -> {
          var verified = house.storedHash(anna);
          var renewed = house.hasher.hash(House.PASSWORD);
          house.users.changePassword(
              anna.id(), verified, renewed, null, house.now(), Consequences.NONE);
        });

    assertThat(outcome).isEqualTo(new Refused(Reason.CHANGED_MEANWHILE));
    assertThat(house.sessions.list(anna.id(), house.now())).isEmpty();
  }

  @Test
  void opensNoSessionWhereTheUserIsDeactivatedOrPurgedBetweenCheckAndOpening() {
    var anna = house.registered("anna@x.test");

    assertThat(logInWith(() -> house.deactivate(anna))).isEqualTo(new Refused(Reason.INACTIVE));

    var back = house.stored(anna).edited(anna.email(), anna.profile(), anna.role(), true, false);
    house.users.update(back, house.now(), Consequences.NONE);
    assertThat(logInWith(() -> house.users.purge(anna.id(), Consequences.NONE)))
        .isEqualTo(new Refused(Reason.UNKNOWN_LOGIN));
  }

  @Test
  void opensEverySessionOfLogInsThatRenewTheSameHashAtOnce() throws Exception {
    house.kept("anna@x.test", house.hasher.outdated(House.PASSWORD));

    var outcomes =
        Race.of(8, () -> house.logIn().logIn("anna@x.test", House.PASSWORD, House.REQUEST));

    assertThat(outcomes).hasOnlyElementsOfType(LogIn.LoggedIn.class);
  }

  private Outcome logInWith(Runnable meddling) {
    var sessions = Meddler.before(SessionStore.class, house.sessions, "open", meddling);
    return house
        .logIn(house.users, sessions, house.hasher)
        .logIn("anna@x.test", House.PASSWORD, House.REQUEST);
  }

  private Outcome logIn(String login, RawPassword password) {
    return house.logIn().logIn(login, password, House.REQUEST);
  }

  /// Says yes to everything.
  private record Gullible(PasswordHasher real) implements PasswordHasher {
    @Override
    public PasswordHash hash(RawPassword password) {
      return real.hash(password);
    }

    @Override
    public Verification verify(RawPassword password, @Nullable PasswordHash stored) {
      return Verification.MATCHES;
    }
  }
}
