package dev.latchkey.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.application.session.LogIn;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.password.RawPassword;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is refused because there is too much of it is noted, and does not fill the audit itself.
final class ThrottledTest {
  private static final int FREE = 5;

  private final House house = new House();

  @Test
  void notesThrottledLogInsOnceAMinute() {
    var anna = house.registered("anna@x.test");

    guess("anna@x.test");
    guess("ghost@x.test");

    assertThat(events(EventKind.LOGIN_FAILED)).hasSize(2 * FREE);
    var throttled = events(EventKind.LOGIN_THROTTLED);
    assertThat(throttled).hasSize(2).allMatch(event -> event.origin().equals(House.REQUEST));
    assertThat(throttled.get(0).user()).isEqualTo(anna.id());
    assertThat(throttled.get(1).user()).isNull();
    assertThat(throttled).extracting(AuditEvent::detail).containsOnly("login_failures");
  }

  @Test
  void notesAThrottledPasswordChangeOnceAMinute() {
    var caller = house.caller(house.registered("bob@x.test"));

    for (var i = 0; i < FREE + 4; i++) {
      house.changePassword().change(caller, House.WRONG, new RawPassword("yet another word"));
    }

    assertThat(events(EventKind.PASSWORD_REFUSED)).hasSize(FREE);
    assertThat(events(EventKind.RATE_LIMITED))
        .singleElement()
        .satisfies(event -> assertThat(event.actor()).isEqualTo(caller.user().id()));
  }

  @Test
  void keepsNoPlaceOfTheHasherForThose() {
    guess("ghost@x.test");

    assertThat(house.hasher.announcements()).isEqualTo(FREE + 4);
    assertThat(house.hasher.awaited()).isZero();
  }

  private void guess(String login) {
    for (var i = 0; i < FREE; i++) {
      assertThat(house.logIn().logIn(login, House.WRONG, House.REQUEST))
          .isInstanceOf(LogIn.Refused.class);
    }
    for (var i = 0; i < 4; i++) {
      assertThat(house.logIn().logIn(login, House.WRONG, House.REQUEST))
          .isInstanceOf(LogIn.Throttled.class);
    }
  }

  private List<AuditEvent> events(EventKind kind) {
    return house.stores.audit().events().stream().filter(event -> event.kind() == kind).toList();
  }
}
