package dev.latchkey.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.user.EmailAddress;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EditNoticeTest {
  private final House house = new House();

  @Test
  @Tag("C100")
  void tellsTheOldAddressWhereAnAdminGivesTheUserAnotherOne() {
    var user = house.registered("anna@x.test");
    var admin = house.caller(house.admin("root@x.test"));

    house.editUser().edit(admin, user.id(), address("anna@elsewhere.test"), null);

    assertThat(notices()).extracting(Mail::to).containsExactly(user.email());
  }

  @Test
  void tellsNobodyWhereTheAddressIsOnlySpelledInAnotherWay() {
    var user = house.registered("anna@x.test");
    var admin = house.caller(house.admin("root@x.test"));

    house.editUser().edit(admin, user.id(), address("ANNA@x.test"), null);

    assertThat(notices()).isEmpty();
    assertThat(house.stored(user).email()).isEqualTo(EmailAddress.parse("anna@x.test").get());
  }

  private List<Mail> notices() {
    return house.stores.mails().stream()
        .filter(mail -> mail.kind() == MailKind.EMAIL_CHANGED)
        .toList();
  }

  private static UserEdit address(String email) {
    return new UserEdit(
        Edit.keep(),
        Edit.keep(),
        Edit.keep(),
        Edit.to(email),
        Edit.keep(),
        Edit.keep(),
        Edit.keep());
  }
}
