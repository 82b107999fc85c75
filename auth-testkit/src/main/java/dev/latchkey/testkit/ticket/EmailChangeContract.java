package dev.latchkey.testkit.ticket;

import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.TicketStore.EmailChange;
import dev.latchkey.domain.port.TicketStore.EmailChange.Changed;
import dev.latchkey.domain.port.TicketStore.EmailChange.NotChanged;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.User;
import dev.latchkey.testkit.race.Race;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleTickets;
import dev.latchkey.testkit.sample.SampleUsers;
import dev.latchkey.testkit.store.StoresUnderTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How an address is changed by a ticket that was sent to the new one.
public interface EmailChangeContract extends StoresUnderTest {

  @Test
  default void changesTheAddressToThatOfTheTicketAndVerifiesIt() {
    var user = samples().register();
    var session = samples().open(user, NOW).session().id();
    var reset = issuing().issue(user, TicketPurpose.RESET_PASSWORD);
    var address = SampleUsers.word() + "@New.test";
    var ticket = issuing().issueChange(user, address);

    var change = tickets().changeEmail(ticket.digest(), NOW, event(user));

    var stored = users().find(user.id()).orElseThrow();
    assertThat(change).isEqualTo(new Changed(stored));
    assertThat(stored.email().display()).isEqualTo(address);
    assertThat(stored.verified()).isTrue();
    assertThat(stored.version()).isEqualTo(user.version() + 1);
    assertThat(sessions().findLive(session, NOW)).isPresent();
    assertThat(ticket(user.id(), TicketPurpose.RESET_PASSWORD)).isEmpty();
    assertThat(tickets().find(reset.digest(), reset.purpose(), NOW)).isEmpty();
    assertThat(tickets().changeEmail(ticket.digest(), NOW, event(user)))
        .isEqualTo(NotChanged.NO_TICKET);
    assertThat(events(user.id())).hasSize(1);
  }

  @Test
  default void changesNothingWhereSomebodyHasTheAddressByNow() {
    var user = samples().register();
    var address = SampleUsers.word() + "@new.test";
    var ticket = issuing().issueChange(user, address);
    samples().register(SampleUsers.user(address));

    assertThat(tickets().changeEmail(ticket.digest(), NOW, event(user)))
        .isEqualTo(NotChanged.EMAIL_TAKEN);

    assertThat(users().find(user.id())).contains(user);
    assertThat(events(user.id())).isEmpty();
  }

  @Test
  default void changesNothingForADeactivatedUserOrPastItsTime() {
    var user = samples().register();
    var late = issuing().issueChange(user, SampleUsers.word() + "@new.test");

    assertThat(tickets().changeEmail(late.digest(), late.expiresAt(), event(user)))
        .isEqualTo(NotChanged.NO_TICKET);
    users().update(user.deactivated(), NOW, Consequences.NONE);
    assertThat(tickets().changeEmail(late.digest(), NOW, event(user)))
        .isEqualTo(NotChanged.NO_TICKET);

    assertThat(users().find(user.id()).orElseThrow().email()).isEqualTo(user.email());
  }

  @Test
  default void letsOneOfTwoUsersWhoChangeToOneAddressWin() {
    for (var round = 0; round < rounds(); round++) {
      var address = SampleUsers.word() + "@new.test";
      var one = issuing().issueChange(samples().register(), address);
      var other = issuing().issueChange(samples().register(), address);

      var changes =
          Race.<EmailChange>among(
              List.of(
                  () -> tickets().changeEmail(one.digest(), NOW, Consequences.NONE),
                  () -> tickets().changeEmail(other.digest(), NOW, Consequences.NONE)));

      assertThat(changes).filteredOn(Changed.class::isInstance).hasSize(1);
      assertThat(changes).filteredOn(NotChanged.EMAIL_TAKEN::equals).hasSize(1);
    }
  }

  private static Consequences event(User user) {
    return Consequences.of(
        AuditEvent.of(EventKind.EMAIL_CHANGED, NOW, Origin.UNKNOWN).about(user.id()));
  }

  private SampleTickets issuing() {
    return new SampleTickets(tickets());
  }

  private SampleSessions samples() {
    return new SampleSessions(users(), sessions());
  }
}
