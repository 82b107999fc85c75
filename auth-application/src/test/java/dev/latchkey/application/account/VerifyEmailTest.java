package dev.latchkey.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.application.account.VerifyEmail.Refused;
import dev.latchkey.application.account.VerifyEmail.Verified;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.user.User;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VerifyEmailTest {
  private final House house = new House();
  private final User anna = house.registered("anna@x.test");

  @Test
  void sendsALinkWithTheRegistrationAndVerifiesTheAddressByIt() {
    var pair = house.loggedIn(anna);

    var outcome = verify(house.secretOf(MailKind.VERIFY_EMAIL));

    assertThat(outcome).isEqualTo(new Verified(house.stored(anna)));
    assertThat(house.stored(anna).verified()).isTrue();
    assertThat(house.isLetIn(pair)).isTrue();
    assertThat(house.stores.audit().events())
        .extracting(AuditEvent::kind)
        .contains(EventKind.EMAIL_VERIFIED);
  }

  @Tag("C101")
  @Test
  void verifiesOnceAndLeavesTheUserVerified() {
    var secret = house.secretOf(MailKind.VERIFY_EMAIL);
    verify(secret);

    assertThat(verify(secret)).isEqualTo(Refused.INVALID_TOKEN);
    assertThat(house.stored(anna).verified()).isTrue();
  }

  @Tag("C101")
  @Test
  void refusesALinkThatHasRunOut() {
    var secret = house.secretOf(MailKind.VERIFY_EMAIL);
    house.clock.advance(Duration.ofHours(24));

    assertThat(verify(secret)).isEqualTo(Refused.INVALID_TOKEN);
    assertThat(house.stored(anna).verified()).isFalse();
  }

  @Tag("C097")
  @Test
  void refusesALinkThatANewerOneHasReplaced() {
    var older = house.secretOf(MailKind.VERIFY_EMAIL);
    house.requestVerification().request("Anna@x.test", House.REQUEST);
    var newer = house.secretOf(MailKind.VERIFY_EMAIL);

    assertThat(verify(older)).isEqualTo(Refused.INVALID_TOKEN);
    assertThat(verify(newer)).isInstanceOf(Verified.class);
  }

  @Tag("C096")
  @Test
  void refusesTheLinkOfAResetAndLeavesItGood() {
    house.requestPasswordReset().request("anna@x.test", House.REQUEST);
    var reset = house.secretOf(MailKind.RESET_PASSWORD);

    assertThat(verify(reset)).isEqualTo(Refused.INVALID_TOKEN);
    assertThat(house.resetPassword().reset(reset, new RawPassword("purple monkey"), House.REQUEST))
        .isInstanceOf(ResetPassword.Reset.class);
  }

  @Tag("C092")
  @ParameterizedTest
  @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "\u0000"})
  void refusesWhatIsNoSecretOfOurs(String token) {
    assertThat(verify(token)).isEqualTo(Refused.INVALID_TOKEN);
  }

  @Test
  void sendsAnotherLinkOnlyToAnActiveUserWhoIsNotVerified() {
    var request = house.requestVerification();
    verify(house.secretOf(MailKind.VERIFY_EMAIL));
    house.deactivate(house.registered("bob@x.test"));
    var before = house.stores.mails().size();

    for (var address : new String[] {"anna@x.test", "bob@x.test", "nobody@x.test"}) {
      assertThat(request.request(address, House.REQUEST))
          .isEqualTo(new RequestVerification.Accepted());
    }

    assertThat(house.stores.mails()).hasSize(before);
    assertThat(request.request("nobody", House.REQUEST))
        .isInstanceOf(RequestVerification.Invalid.class);
  }

  private VerifyEmail.Outcome verify(String secret) {
    return house.verifyEmail().verify(secret, House.REQUEST);
  }
}
