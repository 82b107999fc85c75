package dev.latchkey.application.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.application.account.RequestEmailChange;
import dev.latchkey.application.account.RequestPasswordReset;
import dev.latchkey.application.account.RequestVerification;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailKind;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LimitMailsTest {
  private static final String ADDRESS = "anna@x.test";

  private final House house = new House();

  @Test
  @Tag("C101")
  void sendsThreeLinksAnHourAndAnswersAsEver() {
    house.registered(ADDRESS);

    for (var i = 0; i < 5; i++) {
      assertThat(forget()).isInstanceOf(RequestPasswordReset.Accepted.class);
    }

    assertThat(resets()).isEqualTo(3);
    assertThat(house.stores.audit().events())
        .extracting(AuditEvent::detail)
        .filteredOn("throttled"::equals)
        .hasSize(2);
  }

  @Test
  void countsLinksOfAllKindsTogetherUntilTheHourIsOver() {
    house.registered(ADDRESS);
    forget();
    forget();

    assertThat(house.requestVerification().request(ADDRESS, House.REQUEST))
        .isInstanceOf(RequestVerification.Accepted.class);
    forget();
    assertThat(resets()).isEqualTo(2);

    house.clock.advance(Duration.ofHours(1));
    forget();
    assertThat(resets()).isEqualTo(3);
  }

  @Test
  void sendsNoStrangersMoreThanThreeLinksForOneUser() {
    var caller = house.caller(house.registered(ADDRESS));

    for (var i = 0; i < 5; i++) {
      var outcome =
          house
              .requestEmailChange()
              .request(caller, "stranger%d@x.test".formatted(i), House.PASSWORD);
      assertThat(outcome).isInstanceOf(RequestEmailChange.Requested.class);
    }

    assertThat(mails(MailKind.CONFIRM_EMAIL_CHANGE)).isEqualTo(3);
  }

  @Test
  void countsEachUserApart() {
    house.registered(ADDRESS);
    house.registered("bert@x.test");
    for (var i = 0; i < 4; i++) {
      forget();
    }

    house.requestPasswordReset().request("bert@x.test", House.REQUEST);

    assertThat(resets()).isEqualTo(4);
  }

  private RequestPasswordReset.Outcome forget() {
    return house.requestPasswordReset().request(ADDRESS, House.REQUEST);
  }

  private long resets() {
    return mails(MailKind.RESET_PASSWORD);
  }

  private long mails(MailKind kind) {
    return house.stores.mails().stream().map(Mail::kind).filter(kind::equals).count();
  }
}
