package dev.latchkey.application.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.House;
import dev.latchkey.application.Meddler;
import dev.latchkey.application.session.LogIn.LoggedIn;
import dev.latchkey.application.session.LogIn.Reason;
import dev.latchkey.application.session.LogIn.Refused;
import dev.latchkey.domain.password.Verification;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.Overloaded;
import dev.latchkey.domain.port.PasswordHasher;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A log-in renews a hash whose parameters have moved on.
final class HashRenewalTest {
  private final House house = new House();

  @Test
  void renewsAnOutdatedHashAsTheSessionOpens() {
    var outdated = house.hasher.outdated(House.PASSWORD);
    var anna = house.kept("anna@x.test", outdated);
    var before = house.hasher.hashes();

    var pair = house.loggedIn(anna);

    assertThat(house.isLetIn(pair)).isTrue();
    assertThat(house.hasher.hashes()).isEqualTo(before + 2);
    assertThat(house.storedHash(anna)).isNotEqualTo(outdated);
    assertThat(house.hasher.verify(House.PASSWORD, house.storedHash(anna)))
        .isEqualTo(Verification.MATCHES);
  }

  @Test
  void renewsOnlyOnce() {
    var anna = house.kept("anna@x.test", house.hasher.outdated(House.PASSWORD));
    house.loggedIn(anna);
    var renewed = house.storedHash(anna);
    var before = house.hasher.hashes();

    house.loggedIn(anna);

    assertThat(house.storedHash(anna)).isEqualTo(renewed);
    assertThat(house.hasher.hashes()).isEqualTo(before + 1);
  }

  @Test
  void keepsSessionsThatWereOpenedWithTheOldHash() {
    var anna = house.kept("anna@x.test", house.hasher.hash(House.PASSWORD));
    var early = house.loggedIn(anna);
    house.users.changePassword(
        anna.id(),
        house.storedHash(anna),
        house.hasher.outdated(House.PASSWORD),
        house.caller(early).session(),
        house.now(),
        Consequences.NONE);

    house.loggedIn(anna);

    assertThat(house.isLetIn(early)).isTrue();
  }

  @Test
  void renewsNothingForAWrongPassword() {
    var outdated = house.hasher.outdated(House.PASSWORD);
    var anna = house.kept("anna@x.test", outdated);

    var outcome = house.logIn().logIn("anna@x.test", House.WRONG, House.REQUEST);

    assertThat(outcome).isEqualTo(new Refused(Reason.WRONG_PASSWORD));
    assertThat(house.storedHash(anna)).isEqualTo(outdated);
  }

  @Test
  void renewsNothingForADeactivatedUser() {
    var outdated = house.hasher.outdated(House.PASSWORD);
    var anna = house.kept("anna@x.test", outdated);
    house.deactivate(anna);

    var outcome = house.logIn().logIn("anna@x.test", House.PASSWORD, House.REQUEST);

    assertThat(outcome).isEqualTo(new Refused(Reason.INACTIVE));
    assertThat(house.storedHash(anna)).isEqualTo(outdated);
  }

  @Test
  void letsThePersonInAllTheSameWhereTheHasherIsTooBusyToRenew() {
    var outdated = house.hasher.outdated(House.PASSWORD);
    var anna = house.kept("anna@x.test", outdated);

    var outcome =
        logInWith(() -> {
          throw new Overloaded("no renewal now", Duration.ofSeconds(1));
        });

    assertThat(outcome).isInstanceOf(LoggedIn.class);
    assertThat(house.storedHash(anna)).isEqualTo(outdated);
  }

  @Test
  void doesNotHideAHasherThatIsBroken() {
    house.kept("anna@x.test", house.hasher.outdated(House.PASSWORD));

    assertThatThrownBy(() ->
            logInWith(() -> {
              throw new IllegalStateException("broken");
            }))
        .isInstanceOf(IllegalStateException.class);
  }

  private LogIn.Outcome logInWith(Runnable beforeRenewing) {
    var hasher = Meddler.before(PasswordHasher.class, house.hasher, "hash", beforeRenewing);
    return house
        .logIn(house.users, house.sessions, hasher)
        .logIn("anna@x.test", House.PASSWORD, House.REQUEST);
  }
}
