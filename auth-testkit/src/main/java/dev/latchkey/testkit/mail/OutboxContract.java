package dev.latchkey.testkit.mail;

import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mail.ClaimedMail;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.Outbox;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.ticket.TicketId;
import dev.latchkey.domain.user.User;
import dev.latchkey.testkit.race.Race;
import dev.latchkey.testkit.sample.SampleUsers;
import dev.latchkey.testkit.store.StoresUnderTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What an outbox promises. What other tests have left in it is claimed until long after these.
public interface OutboxContract extends StoresUnderTest {
  /// When the leases of these tests end.
  Instant LEASE = NOW.plusSeconds(60);

  /// The outbox of these stores.
  Outbox outbox();

  @BeforeEach
  default void claimWhatOthersHaveLeft() {
    var later = NOW.plusSeconds(1_000_000_000);
    List<ClaimedMail> left;
    do {
      left = outbox().claim(1_000, later, later.plusSeconds(1));
    } while (!left.isEmpty());
  }

  @Test
  default void givesAMailAsItWasPutThere() {
    var user = SampleUsers.withProfile(SampleUsers.user(), SampleUsers.fullProfile());
    var client = new Client("192.0.2.7", "Sample/1.0");
    var ticket = new TicketId(UUID.randomUUID());
    var mail = Mail.withTicket(MailKind.VERIFY_EMAIL, user, user.email(), ticket, client, NOW);
    users().register(user, HASH, Consequences.NONE.with(mail));

    var claimed = outbox().claim(10, NOW, LEASE);

    assertThat(claimed).extracting(ClaimedMail::mail).containsExactly(mail);
    assertThat(claimed).extracting(ClaimedMail::attempt).containsExactly(1);
  }

  @Test
  default void givesTheOldestFirstAndNoMoreThanAskedFor() {
    var last = put(NOW.minusSeconds(1));
    var first = put(NOW.minusSeconds(3));
    var second = put(NOW.minusSeconds(2));

    assertThat(claim(2, NOW)).containsExactly(first, second);
    assertThat(claim(2, NOW)).containsExactly(last);
    assertThat(claim(2, NOW)).isEmpty();
  }

  @Test
  default void givesNothingWhoseTimeHasNotCome() {
    var mail = put(NOW.plusSeconds(1));

    assertThat(claim(10, NOW)).isEmpty();
    assertThat(claim(10, NOW.plusSeconds(1))).containsExactly(mail);
  }

  @Test
  @Tag("C164")
  default void givesAMailAgainWhereItsLeaseIsOver() {
    put(NOW);
    var lost = outbox().claim(10, NOW, LEASE);

    assertThat(outbox().claim(10, LEASE.minusNanos(1_000), LEASE)).isEmpty();
    var found = outbox().claim(10, LEASE, LEASE.plusSeconds(60));

    assertThat(found).extracting(ClaimedMail::id).containsExactly(lost.get(0).id());
    assertThat(found).extracting(ClaimedMail::attempt).containsExactly(2);
  }

  @Test
  default void neverGivesAgainWhatWasSentOrGivenUpOrDropped() {
    IntStream.range(0, 3).forEach(i -> put(NOW.plusSeconds(i)));
    var waiting = outbox().countWaiting();
    var claimed = outbox().claim(10, NOW.plusSeconds(3), LEASE);

    outbox().markSent(claimed.get(0), NOW);
    outbox().giveUp(claimed.get(1), NOW, "smtp 550", failure(claimed.get(1)));
    outbox().drop(claimed.get(2));

    assertThat(outbox().claim(10, LEASE.plusSeconds(9), LEASE.plusSeconds(99))).isEmpty();
    assertThat(outbox().countWaiting()).isEqualTo(waiting - 3);
  }

  @Test
  default void givesWhatWasPutOffWhenItsTimeHasCome() {
    put(NOW);
    var claimed = outbox().claim(10, NOW, LEASE).get(0);
    var later = NOW.plusSeconds(30);

    outbox().putOff(claimed, later, "smtp 450");

    assertThat(outbox().claim(10, later.minusNanos(1_000), LEASE)).isEmpty();
    assertThat(outbox().claim(10, later, LEASE))
        .containsExactly(new ClaimedMail(claimed.id(), claimed.mail(), 2));
  }

  @Test
  default void appendsTheEventOfWhatWasGivenUp() {
    var user = put(NOW);
    var claimed = outbox().claim(10, NOW, LEASE).get(0);

    outbox().giveUp(claimed, NOW, "smtp 550", failure(claimed));
    outbox().giveUp(claimed, NOW, "smtp 550", failure(claimed));

    assertThat(events(user.id())).containsExactly(failure(claimed));
  }

  @Test
  default void letsNobodyPutOffOrGiveUpWhatAnotherHasClaimedMeanwhile() {
    var user = put(NOW);
    var stale = outbox().claim(10, NOW, LEASE).get(0);
    outbox().claim(10, LEASE, LEASE.plusSeconds(60));

    outbox().putOff(stale, NOW, "smtp 450");
    outbox().giveUp(stale, NOW, "smtp 550", failure(stale));

    assertThat(outbox().claim(10, LEASE.plusSeconds(1), LEASE)).isEmpty();
    assertThat(events(user.id())).isEmpty();
    assertThat(outbox().claim(10, LEASE.plusSeconds(60), LEASE)).hasSize(1);
  }

  @Test
  default void noLongerSendsWhatAnOwnerOfAStaleLeaseHasSent() {
    put(NOW);
    var stale = outbox().claim(10, NOW, LEASE).get(0);
    outbox().claim(10, LEASE, LEASE.plusSeconds(60));

    outbox().markSent(stale, LEASE);

    assertThat(outbox().claim(10, LEASE.plusSeconds(60), LEASE)).isEmpty();
  }

  @Test
  default void forgetsTheMailsOfAPurgedUser() {
    var user = put(NOW);

    users().purge(user.id(), Consequences.NONE);

    assertThat(claim(10, NOW)).isEmpty();
  }

  @Test
  @Tag("C046")
  default void givesEachMailToOneOfManyWhoAskAtOnce() {
    for (var round = 0; round < rounds(); round++) {
      var now = NOW.plusSeconds(round);
      IntStream.range(0, 20).forEach(i -> put(now));

      var claimed = Race.of(8, () -> outbox().claim(5, now, now.plusSeconds(1_000_000)));

      assertThat(claimed.stream().flatMap(List::stream).map(ClaimedMail::id))
          .doesNotHaveDuplicates()
          .hasSize(20);
      claimWhatOthersHaveLeft();
    }
  }

  private List<User> claim(int limit, Instant now) {
    return outbox().claim(limit, now, now.plusSeconds(1_000)).stream()
        .map(claimed -> users().find(claimed.mail().user()).orElseThrow())
        .toList();
  }

  /// Somebody new, to whom there is a mail of this time.
  private User put(Instant at) {
    var user = SampleUsers.user();
    var mail = Mail.notice(MailKind.PASSWORD_CHANGED, user, Client.UNKNOWN, at);
    users().register(user, HASH, Consequences.NONE.with(mail));
    return user;
  }

  private static AuditEvent failure(ClaimedMail claimed) {
    return AuditEvent.of(EventKind.MAIL_FAILED, NOW, Origin.UNKNOWN)
        .about(claimed.mail().user())
        .saying("password_changed: smtp 550");
  }
}
