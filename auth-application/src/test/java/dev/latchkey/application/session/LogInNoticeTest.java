package dev.latchkey.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.user.User;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a log-in waits for, and what a person is told of it.
final class LogInNoticeTest {
  private final House house = new House();
  private final User anna = house.registered("anna@x.test");

  @Test
  void tellsOfALogInFromADeviceNotSeenBefore() {
    logInWith("Laptop/1.0");
    logInWith("Laptop/1.1");
    assertThat(house.mailsOf(MailKind.NEW_DEVICE)).isZero();

    logInWith("Phone/7");
    logInWith("Phone/8");
    logInWith("Laptop/2.0");

    assertThat(house.mailsOf(MailKind.NEW_DEVICE)).isOne();
  }

  @Test
  void waitsForTheAddressToBeVerifiedWhereTold() {
    var logIn = house.logInOfVerified();

    assertThat(logIn.logIn("anna@x.test", House.PASSWORD, House.REQUEST))
        .isEqualTo(new LogIn.Unverified());
    assertThat(house.sessions.list(anna.id(), house.now())).isEmpty();
    assertThat(house.stores.audit().events())
        .extracting(AuditEvent::detail)
        .contains("email_not_verified");

    house.verifyEmail().verify(house.secretOf(MailKind.VERIFY_EMAIL), House.REQUEST);
    assertThat(logIn.logIn("anna@x.test", House.PASSWORD, House.REQUEST))
        .isInstanceOf(LogIn.LoggedIn.class);
  }

  @Tag("C049")
  @Test
  void tellsNobodyWithoutThePasswordThatTheAddressIsNotVerified() {
    var logIn = house.logInOfVerified();
    house.deactivate(house.registered("gone@x.test"));

    assertThat(logIn.logIn("anna@x.test", House.WRONG, House.REQUEST))
        .isEqualTo(new LogIn.Refused(LogIn.Reason.WRONG_PASSWORD));
    assertThat(logIn.logIn("gone@x.test", House.PASSWORD, House.REQUEST))
        .isEqualTo(new LogIn.Refused(LogIn.Reason.INACTIVE));
  }

  private void logInWith(String userAgent) {
    var origin = new Origin("request-2", new Client("192.0.2.9", userAgent));
    assertThat(house.logIn().logIn("anna@x.test", House.PASSWORD, origin))
        .isInstanceOf(LogIn.LoggedIn.class);
  }
}
