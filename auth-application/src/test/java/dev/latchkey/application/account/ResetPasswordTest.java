package dev.latchkey.application.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.House;
import dev.latchkey.application.account.ResetPassword.Invalid;
import dev.latchkey.application.account.ResetPassword.InvalidToken;
import dev.latchkey.application.account.ResetPassword.Reset;
import dev.latchkey.application.session.LogIn;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.port.Overloaded;
import dev.latchkey.domain.user.User;
import dev.latchkey.testkit.race.Race;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResetPasswordTest {
  private static final RawPassword RENEWED = new RawPassword("purple monkey dishwasher");

  private final House house = new House();
  private final User anna = house.registered("anna@x.test");

  @Tag("C094")
  @Tag("C100")
  @Test
  void makesTheNewPasswordCountAndEndsEverythingElse() {
    var pairs = List.of(house.loggedIn(anna), house.loggedIn(anna));
    var caller = house.caller(pairs.get(0));
    house.requestEmailChange().request(caller, "new@x.test", House.PASSWORD);
    var change = house.secretOf(MailKind.CONFIRM_EMAIL_CHANGE);
    var older = forgotten();
    var secret = forgotten();

    assertThat(reset(secret, RENEWED)).isEqualTo(new Reset(house.stored(anna)));

    assertThat(pairs).noneMatch(house::isLetIn);
    assertThat(reset(older, House.PASSWORD)).isEqualTo(new InvalidToken());
    assertThat(house.verifyEmail().verify(change, House.REQUEST))
        .isEqualTo(VerifyEmail.Refused.INVALID_TOKEN);
    assertThat(house.logIn().logIn("anna@x.test", House.PASSWORD, House.REQUEST))
        .isEqualTo(new LogIn.Refused(LogIn.Reason.WRONG_PASSWORD));
    assertThat(house.isLetIn(house.loggedIn(anna, RENEWED))).isTrue();
    assertThat(house.mailsOf(MailKind.PASSWORD_CHANGED)).isOne();
    assertThat(house.stores.audit().events())
        .extracting(AuditEvent::kind)
        .contains(EventKind.PASSWORD_RESET_REQUESTED, EventKind.PASSWORD_RESET);
  }

  @Tag("C047")
  @Test
  void leavesNothingToWhoRegisteredTheAddressOfSomebodyElse() {
    var attacker = house.loggedIn(anna);
    house.requestEmailChange().request(house.caller(attacker), "evil@x.test", House.PASSWORD);
    var pending = house.secretOf(MailKind.CONFIRM_EMAIL_CHANGE);

    reset(forgotten(), RENEWED);

    assertThat(house.isLetIn(attacker)).isFalse();
    assertThat(house.refresh(attacker)).isNotInstanceOf(LogIn.LoggedIn.class);
    assertThat(house.verifyEmail().verify(pending, House.REQUEST))
        .isEqualTo(VerifyEmail.Refused.INVALID_TOKEN);
    assertThat(house.logIn().logIn("anna@x.test", House.PASSWORD, House.REQUEST))
        .isInstanceOf(LogIn.Refused.class);
    assertThat(house.stored(anna).verified()).isTrue();
  }

  @Tag("C088")
  @Test
  void sendsOneMailToTheStoredAddressAndNoneToAnyOther() {
    house.deactivate(house.registered("gone@x.test"));
    house.kept("bare@x.test", null);
    var hashes = house.hasher.hashes();

    for (var address : List.of("ANNA@X.test", "gone@x.test", "nobody@x.test", "bare@x.test")) {
      assertThat(request(address)).isEqualTo(new RequestPasswordReset.Accepted());
    }

    assertThat(house.stores.mails())
        .filteredOn(mail -> mail.kind() == MailKind.RESET_PASSWORD)
        .extracting(mail -> mail.to().display())
        .containsExactly("anna@x.test", "bare@x.test");
    assertThat(house.hasher.hashes()).isEqualTo(hashes);
  }

  @Tag("C090")
  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "anna@x.test,evil@x.test",
        "anna@x.test\nevil@x.test",
        "anna@x.test%0aevil@x.test",
        "anna@x.test evil@x.test"
      })
  void sendsNothingForWhatIsNotOneAddress(@Nullable String address) {
    var before = house.stores.mails().size();

    assertThat(request(address)).isInstanceOf(RequestPasswordReset.Invalid.class);
    assertThat(house.stores.mails()).hasSize(before);
  }

  @Test
  void keepsTheLinkGoodWhereTheNewPasswordBreaksRules() {
    var secret = forgotten();

    assertThat(reset(secret, new RawPassword("password1")))
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid ->
                assertThat(invalid.violations())
                    .extracting(Violation::code)
                    .containsExactly(Violation.Code.PASSWORD_TOO_COMMON));
    assertThat(reset(secret, new RawPassword("anna1234"))).isInstanceOf(Invalid.class);
    assertThat(reset(secret, RENEWED)).isInstanceOf(Reset.class);
  }

  @Tag("C161")
  @Test
  void keepsTheLinkGoodWhereTheHasherIsOverloaded() {
    var secret = forgotten();
    house.hasher.overload(true);
    assertThatThrownBy(() -> reset(secret, RENEWED)).isInstanceOf(Overloaded.class);
    house.hasher.overload(false);

    assertThat(reset(secret, RENEWED)).isInstanceOf(Reset.class);
  }

  @Tag("C092")
  @Tag("C097")
  @Test
  void refusesEveryLinkThatIsNotGoodAlikeAndHashesNothing() {
    var used = forgotten();
    reset(used, RENEWED);
    var verification = house.registered("bob@x.test");
    var other = house.secretOf(MailKind.VERIFY_EMAIL);
    var expired = forgotten();
    house.clock.advance(Duration.ofMinutes(30));
    var hashes = house.hasher.hashes();

    for (var secret : List.of("", "x", "A".repeat(43), used, other, expired)) {
      assertThat(reset(secret, House.PASSWORD)).isEqualTo(new InvalidToken());
    }

    assertThat(house.hasher.hashes()).isEqualTo(hashes);
    assertThat(house.verifyEmail().verify(other, House.REQUEST))
        .isEqualTo(new VerifyEmail.Verified(house.stored(verification)));
  }

  @Tag("C097")
  @Test
  void refusesTheLinkAfterAPasswordChangeADeactivationAndAChangeOfAddress() {
    var changed = forgotten();
    house.changePassword().change(house.caller(anna), House.PASSWORD, RENEWED);
    assertThat(reset(changed, House.PASSWORD)).isEqualTo(new InvalidToken());

    var moved = forgotten();
    var caller = house.caller(house.loggedIn(anna, RENEWED));
    house.requestEmailChange().request(caller, "new@x.test", RENEWED);
    house.verifyEmail().verify(house.secretOf(MailKind.CONFIRM_EMAIL_CHANGE), House.REQUEST);
    assertThat(reset(moved, House.PASSWORD)).isEqualTo(new InvalidToken());

    request("new@x.test");
    var shut = house.secretOf(MailKind.RESET_PASSWORD);
    house.deactivate(anna);
    assertThat(reset(shut, House.PASSWORD)).isEqualTo(new InvalidToken());
  }

  @Tag("C095")
  @RepeatedTest(20)
  void letsOneOfTwoResetsAtOnceWin() {
    var secret = forgotten();

    var outcomes =
        Race.<ResetPassword.Outcome>among(
            List.of(() -> reset(secret, RENEWED), () -> reset(secret, House.WRONG)));

    assertThat(outcomes).filteredOn(Reset.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(new InvalidToken()::equals).hasSize(1);
    var winner = outcomes.get(0) instanceof Reset ? RENEWED : House.WRONG;
    assertThat(house.isLetIn(house.loggedIn(anna, winner))).isTrue();
  }

  @Tag("C121")
  @Test
  void sendsALinkOnAnAdminsWordAlone() {
    var boss = house.caller(house.admin("boss@x.test"));
    var own = house.caller(anna);

    assertThat(house.sendPasswordReset().send(own, anna.id()))
        .isEqualTo(SendPasswordReset.Outcome.UNKNOWN);
    assertThat(house.sendPasswordReset().send(boss, anna.id()))
        .isEqualTo(SendPasswordReset.Outcome.SENT);
    assertThat(reset(house.secretOf(MailKind.RESET_PASSWORD), RENEWED)).isInstanceOf(Reset.class);
    house.deactivate(anna);
    assertThat(house.sendPasswordReset().send(boss, anna.id()))
        .isEqualTo(SendPasswordReset.Outcome.INACTIVE);
    assertThat(house.stores.mails())
        .extracting(Mail::kind)
        .containsOnlyOnce(MailKind.RESET_PASSWORD);
  }

  private String forgotten() {
    request("anna@x.test");
    return house.secretOf(MailKind.RESET_PASSWORD);
  }

  private RequestPasswordReset.Outcome request(@Nullable String address) {
    return house.requestPasswordReset().request(address, House.REQUEST);
  }

  private ResetPassword.Outcome reset(String secret, RawPassword renewed) {
    return house.resetPassword().reset(secret, renewed, House.REQUEST);
  }
}
