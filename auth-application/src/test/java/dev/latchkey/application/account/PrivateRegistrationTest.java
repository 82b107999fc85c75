package dev.latchkey.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.application.account.RegisterUser.Accepted;
import dev.latchkey.application.account.RegisterUser.Refused;
import dev.latchkey.application.session.LogIn;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.user.AccountPolicy;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.LoginName;
import dev.latchkey.domain.user.RegistrationMode;
import dev.latchkey.domain.user.User;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class PrivateRegistrationTest {
  private static final RawPassword OTHER = new RawPassword("purple monkey dishwasher");

  private final House house = new House();
  private final RegisterUser registerUser =
      house.registerUser(new AccountPolicy(RegistrationMode.PRIVATE, false));

  @Tag("C031")
  @Test
  void answersAndHashesAlikeWhoeverHasTheAddress() {
    var verified = house.admin("verified@x.test");
    house.registered("unverified@x.test");
    house.deactivate(house.registered("gone@x.test"));
    var users = house.population();

    for (var address : new String[] {"verified@x.test", "unverified@x.test", "gone@x.test"}) {
      var hashes = house.hasher.hashes();
      assertThat(register(address, OTHER)).isEqualTo(new Accepted());
      assertThat(house.hasher.hashes()).isEqualTo(hashes + 1);
    }

    assertThat(house.population()).isEqualTo(users);
    assertThat(house.stores.mails())
        .filteredOn(mail -> mail.kind() == MailKind.ACCOUNT_EXISTS)
        .extracting(mail -> mail.user())
        .containsExactly(verified.id());
    assertThat(register("new@x.test", OTHER)).isEqualTo(new Accepted());
    assertThat(house.population()).isEqualTo(users + 1);
  }

  @Tag("C031")
  @Test
  void letsNobodyLogInBeforeTheLinkIsUsed() {
    register("anna@x.test", House.PASSWORD);

    assertThat(house.logIn().logIn("anna@x.test", House.PASSWORD, House.REQUEST))
        .isEqualTo(new LogIn.Refused(LogIn.Reason.NO_PASSWORD));
    house.verifyEmail().verify(house.secretOf(MailKind.VERIFY_EMAIL), House.REQUEST);

    assertThat(house.isLetIn(house.loggedIn(stored("anna@x.test")))).isTrue();
  }

  @Tag("C048")
  @Test
  void letsTheReaderOfTheMailboxChooseWhereTwoHaveRegistered() {
    register("anna@x.test", House.PASSWORD);
    var linkOfTheFirst = house.secretOf(MailKind.VERIFY_EMAIL);
    register("anna@x.test", OTHER);
    var chosen = new RawPassword("chosen by the reader");

    assertThat(house.verifyEmail().verify(linkOfTheFirst, House.REQUEST))
        .isEqualTo(VerifyEmail.Refused.INVALID_TOKEN);
    house.resetPassword().reset(house.secretOf(MailKind.RESET_PASSWORD), chosen, House.REQUEST);

    assertThat(house.isLetIn(house.loggedIn(stored("anna@x.test"), chosen))).isTrue();
    for (var password : List.of(House.PASSWORD, OTHER)) {
      assertThat(house.logIn().logIn("anna@x.test", password, House.REQUEST))
          .isInstanceOf(LogIn.Refused.class);
    }
  }

  @Tag("C048")
  @Test
  void bringsNoPasswordByALinkThatIsAskedForAfterwards() {
    register("anna@x.test", House.PASSWORD);
    register("anna@x.test", OTHER);
    house.requestVerification().request("anna@x.test", House.REQUEST);

    house.verifyEmail().verify(house.secretOf(MailKind.VERIFY_EMAIL), House.REQUEST);

    assertThat(house.users.findCredentials(stored("anna@x.test").id()).orElseThrow().hash())
        .isNull();
  }

  @Tag("C031")
  @Test
  void tellsOfATakenUsernameWhoeverHasTheAddress() {
    var annie = new Registration("anna@x.test", House.PASSWORD, "annie", null, null, null);
    registerUser.register(annie, House.REQUEST);

    for (var address : new String[] {"anna@x.test", "new@x.test"}) {
      var again = new Registration(address, OTHER, "annie", null, null, null);
      assertThat(registerUser.register(again, House.REQUEST)).isEqualTo(Refused.USERNAME_TAKEN);
    }
  }

  @Test
  void registersNobodyWhereRegistrationIsClosed() {
    var closed = house.registerUser(new AccountPolicy(RegistrationMode.CLOSED, false));

    assertThat(closed.register(Registration.of("anna@x.test", House.PASSWORD), House.REQUEST))
        .isEqualTo(Refused.CLOSED);
    assertThat(house.population()).isZero();
    assertThat(house.hasher.hashes()).isZero();
  }

  private RegisterUser.Outcome register(String address, RawPassword password) {
    return registerUser.register(Registration.of(address, password), House.REQUEST);
  }

  private User stored(String address) {
    var email = EmailAddress.parse(address).orElseThrow();
    return house.users.findCredentials(new LoginName.ByEmail(email)).orElseThrow().user();
  }
}
