package dev.latchkey.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.application.account.RequestEmailChange.Invalid;
import dev.latchkey.application.account.RequestEmailChange.Requested;
import dev.latchkey.application.account.RequestEmailChange.WrongPassword;
import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.user.User;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C102")
final class RequestEmailChangeTest {
  private final House house = new House();
  private final User anna = house.registered("anna@x.test");
  private final Caller caller = house.caller(anna);

  @Tag("C100")
  @Test
  void changesTheAddressOnceTheNewOneIsProvedAndTellsTheOldOne() {
    assertThat(request("New@x.test")).isEqualTo(new Requested());
    assertThat(house.stored(anna).email().display()).isEqualTo("anna@x.test");

    assertThat(verify()).isEqualTo(new VerifyEmail.Verified(house.stored(anna)));

    assertThat(house.stored(anna).email().display()).isEqualTo("New@x.test");
    assertThat(house.stored(anna).verified()).isTrue();
    assertThat(house.stores.mails())
        .filteredOn(mail -> mail.kind() == MailKind.EMAIL_CHANGED)
        .extracting(mail -> mail.to().display())
        .containsExactly("anna@x.test");
    assertThat(house.stores.mails())
        .filteredOn(mail -> mail.kind() == MailKind.CONFIRM_EMAIL_CHANGE)
        .extracting(mail -> mail.to().display())
        .containsExactly("New@x.test");
    assertThat(house.stores.audit().events())
        .extracting(AuditEvent::kind)
        .contains(EventKind.EMAIL_CHANGE_REQUESTED, EventKind.EMAIL_CHANGED);
  }

  @Test
  void asksForThePassword() {
    var before = house.stores.mails().size();

    assertThat(house.requestEmailChange().request(caller, "new@x.test", House.WRONG))
        .isEqualTo(new WrongPassword());

    assertThat(house.stores.mails()).hasSize(before);
    assertThat(house.stores.audit().events())
        .extracting(AuditEvent::kind)
        .contains(EventKind.PASSWORD_REFUSED);
  }

  @Test
  void refusesWhatIsNoOtherAddress() {
    var hashes = house.hasher.hashes();

    assertThat(request("nobody")).isInstanceOf(Invalid.class);
    assertThat(request("ANNA@x.test")).isInstanceOf(Invalid.class);

    assertThat(house.hasher.hashes()).isEqualTo(hashes);
  }

  @Test
  void tellsOfATakenAddressOnlyWhoReadsItsMail() {
    house.registered("bob@x.test");

    assertThat(request("bob@x.test")).isEqualTo(new Requested());
    assertThat(verify()).isEqualTo(VerifyEmail.Refused.EMAIL_TAKEN);

    assertThat(house.stored(anna).email().display()).isEqualTo("anna@x.test");
    assertThat(house.stores.mails()).extracting(Mail::kind).doesNotContain(MailKind.EMAIL_CHANGED);
  }

  @Test
  void letsASecondRequestReplaceTheFirst() {
    request("first@x.test");
    var first = house.secretOf(MailKind.CONFIRM_EMAIL_CHANGE);
    request("second@x.test");

    assertThat(house.verifyEmail().verify(first, House.REQUEST))
        .isEqualTo(VerifyEmail.Refused.INVALID_TOKEN);
    assertThat(verify()).isInstanceOf(VerifyEmail.Verified.class);
    assertThat(house.stored(anna).email().display()).isEqualTo("second@x.test");
  }

  private RequestEmailChange.Outcome request(String address) {
    return house.requestEmailChange().request(caller, address, House.PASSWORD);
  }

  private VerifyEmail.Outcome verify() {
    return house.verifyEmail().verify(house.secretOf(MailKind.CONFIRM_EMAIL_CHANGE), House.REQUEST);
  }
}
