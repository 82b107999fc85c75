package dev.latchkey.testkit.ticket;

import static dev.latchkey.testkit.sample.SampleSessions.OTHER_HASH;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.ticket.Ticket;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.User;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleTickets;
import dev.latchkey.testkit.sample.SampleUsers;
import dev.latchkey.testkit.store.StoresUnderTest;
import org.junit.jupiter.api.Test;

/// How tickets are issued to users who exist, and found.
public interface TicketIssuingContract extends StoresUnderTest {

  @Test
  default void findsAnIssuedTicketAndLeavesItGood() {
    var user = register();
    var ticket = new SampleTickets(tickets()).issue(user, OTHER_HASH);

    for (var i = 0; i < 2; i++) {
      assertThat(tickets().find(ticket.digest(), TicketPurpose.VERIFY_EMAIL, NOW)).contains(ticket);
    }
  }

  @Test
  default void findsNoTicketOfAnotherPurposeOrPastItsTime() {
    var ticket = new SampleTickets(tickets()).issue(register(), TicketPurpose.RESET_PASSWORD);

    assertThat(tickets().find(ticket.digest(), TicketPurpose.VERIFY_EMAIL, NOW)).isEmpty();
    assertThat(tickets().find(ticket.digest(), ticket.purpose(), ticket.expiresAt())).isEmpty();
    assertThat(
            tickets().find(ticket.digest(), ticket.purpose(), ticket.expiresAt().minusNanos(1000)))
        .isPresent();
  }

  @Test
  default void findsTheNewestTicketOfAPurposeAlone() {
    var user = register();
    var samples = new SampleTickets(tickets());
    var older = samples.issue(user, TicketPurpose.RESET_PASSWORD);
    var other = samples.issue(user, TicketPurpose.CHANGE_EMAIL);

    var newer = samples.issue(user, TicketPurpose.RESET_PASSWORD);

    assertThat(isGood(older)).isFalse();
    assertThat(isGood(newer)).isTrue();
    assertThat(isGood(other)).isTrue();
  }

  @Test
  default void findsNoTicketOfADeactivatedUser() {
    var user = register();
    var ticket = new SampleTickets(tickets()).issue(user, TicketPurpose.RESET_PASSWORD);

    users().update(user.deactivated(), NOW, Consequences.NONE);

    assertThat(isGood(ticket)).isFalse();
  }

  @Test
  default void issuesNothingToAUserWhoIsNoLongerAsSeen() {
    var deactivated = register();
    users().update(deactivated.deactivated(), NOW, Consequences.NONE);
    var moved = register();
    users()
        .update(
            SampleUsers.withEmail(moved, SampleUsers.word() + "@x.test"), NOW, Consequences.NONE);
    var verified = register();
    users().update(verified(verified), NOW, Consequences.NONE);

    assertIssuedNothing(deactivated);
    assertIssuedNothing(moved);
    assertIssuedNothing(verified);
    assertIssuedNothing(SampleUsers.user());
  }

  @Test
  default void issuesAMailWithoutATicket() {
    var user = register();
    var mail = Mail.notice(MailKind.ACCOUNT_EXISTS, user, Client.UNKNOWN, NOW);

    assertThat(tickets().issue(user, Consequences.NONE.with(mail))).isTrue();

    assertThat(mails(user.id())).containsExactly(mail);
  }

  @Test
  default void keepsThePasswordOfATicketThatIsSentOnceMore() {
    var user = register();
    var samples = new SampleTickets(tickets());
    samples.issue(user, OTHER_HASH);

    samples.issue(user, TicketPurpose.VERIFY_EMAIL);

    assertThat(ticket(user.id(), TicketPurpose.VERIFY_EMAIL).map(Ticket::hash))
        .contains(OTHER_HASH);
  }

  @Test
  default void dropsTheLinkThatVerifiesWhereOneForANewPasswordIsSent() {
    var user = register();
    var samples = new SampleTickets(tickets());
    samples.issue(user, OTHER_HASH);

    samples.issue(user, TicketPurpose.RESET_PASSWORD);

    assertThat(ticket(user.id(), TicketPurpose.VERIFY_EMAIL)).isEmpty();
    assertThat(ticket(user.id(), TicketPurpose.RESET_PASSWORD)).isPresent();
  }

  private void assertIssuedNothing(User seen) {
    var ticket = SampleTickets.ticket(seen, TicketPurpose.RESET_PASSWORD, seen.email(), null);
    var mail = Mail.notice(MailKind.RESET_PASSWORD, seen, Client.UNKNOWN, NOW);

    assertThat(tickets().issue(seen, Consequences.NONE.with(ticket).with(mail))).isFalse();
    assertThat(ticket(seen.id(), TicketPurpose.RESET_PASSWORD)).isEmpty();
    assertThat(mails(seen.id())).isEmpty();
  }

  private boolean isGood(Ticket ticket) {
    return tickets().find(ticket.digest(), ticket.purpose(), NOW).isPresent();
  }

  private static User verified(User user) {
    return user.edited(user.email(), user.profile(), user.role(), true, true);
  }

  private User register() {
    return new SampleSessions(users(), sessions()).register();
  }
}
