package dev.latchkey.testkit.consequence;

import static dev.latchkey.testkit.sample.SampleSessions.GRACE;
import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static dev.latchkey.testkit.sample.SampleSessions.OTHER_HASH;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.OpeningConsequences;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.ticket.Ticket;
import dev.latchkey.domain.ticket.TicketId;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.User;
import dev.latchkey.testkit.race.Race;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleUsers;
import dev.latchkey.testkit.store.StoresUnderTest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A change is written with all of its consequences, a refused one with none.
public interface ConsequencesContract extends StoresUnderTest {

  @Test
  default void writesEventsMailsAndTicketOfARegistration() {
    var user = SampleUsers.user();
    var ticket = ticket(user, "one");
    var mail =
        Mail.withTicket(
            MailKind.VERIFY_EMAIL, user, user.email(), ticket.id(), Client.UNKNOWN, NOW);

    users().register(user, HASH, Consequences.of(event(user)).with(mail).with(ticket));

    assertThat(events(user.id())).containsExactly(event(user));
    assertThat(mails(user.id())).containsExactly(mail);
    assertThat(ticket(user.id(), TicketPurpose.VERIFY_EMAIL)).contains(ticket);
  }

  @Test
  default void writesNothingOfARefusedRegistration() {
    var user = samples().register();
    var rival = SampleUsers.user(user.email().display());

    users().register(rival, HASH, all(rival));

    assertWrittenNothing(rival);
  }

  @Test
  default void writesConsequencesOfAnEditAndNoneOfAStaleOne() {
    var user = samples().register();

    users().update(SampleUsers.withProfile(user, SampleUsers.fullProfile()), NOW, all(user));
    users().update(user.deactivated(), NOW, all(user));

    assertThat(events(user.id())).containsExactly(event(user));
    assertThat(mails(user.id())).containsExactly(mail(user));
  }

  @Test
  default void writesConsequencesOfAPasswordChangeAndNoneOfARefusedOne() {
    var user = samples().register();

    users().changePassword(user.id(), HASH, OTHER_HASH, null, NOW, all(user));
    users().changePassword(user.id(), HASH, OTHER_HASH, null, NOW, all(user));

    assertThat(events(user.id())).containsExactly(event(user));
    assertThat(mails(user.id())).containsExactly(mail(user));
  }

  @Test
  default void writesConsequencesOfAnOpenedSessionAndNoneOfARefusedOne() {
    var user = samples().register();
    var refused = SampleSessions.opening(user, NOW, OTHER_HASH, null, 1);

    sessions().open(SampleSessions.opening(user, NOW), OpeningConsequences.of(all(user)));
    sessions().open(refused, new OpeningConsequences(all(user), all(user), all(user)));

    assertThat(events(user.id())).containsExactly(event(user));
  }

  @Test
  default void writesWhatGoesWithAnEvictionWhereThereIsOne() {
    var user = samples().register();

    for (var i = 0; i < 2; i++) {
      var opening = SampleSessions.opening(user, NOW.plusSeconds(i), HASH, null, 1);
      sessions()
          .open(opening, new OpeningConsequences(Consequences.NONE, Consequences.NONE, all(user)));
    }

    assertThat(events(user.id())).containsExactly(event(user));
  }

  /// What the audit keeps of a log-in, besides what is written of some only.
  @Test
  default void writesOneEventOfASession() {
    var user = samples().register();

    sessions()
        .open(
            SampleSessions.opening(user, NOW),
            OpeningConsequences.of(Consequences.of(event(user))));

    assertThat(events(user.id())).containsExactly(event(user));
  }

  @Test
  default void tellsOfEachNewKindOfDeviceOnce() {
    var user = samples().register();
    var laptop = opensFrom(user, "Laptop/1.0 (X11; rv:130.0)");
    assertThat(mails(user.id())).containsExactly(mail(user));
    sessions().end(user.id(), laptop, EndReason.LOGGED_OUT, NOW, Consequences.NONE);

    opensFrom(user, "Laptop/12.34 (X11; rv:131.0)");
    assertThat(mails(user.id())).hasSize(1);

    opensFrom(user, null);
    opensFrom(user, null);
    opensFrom(samples().register(), "Phone/1.0");
    assertThat(mails(user.id())).hasSize(2);

    opensFrom(user, "Phone/1.0");
    assertThat(mails(user.id())).hasSize(3);
  }

  @Test
  default void tellsOnceOfANewDeviceWhereTwoLogInFromItAtOnce() {
    for (var round = 0; round < rounds(); round++) {
      var user = samples().register();

      Race.of(2, () -> opensFrom(user, "Laptop/1.0"));

      assertThat(mails(user.id())).containsExactly(mail(user));
    }
  }

  private SessionId opensFrom(User user, @Nullable String device) {
    var opening = SampleSessions.opening(user, new Client("192.0.2.7", device));
    var consequences =
        new OpeningConsequences(
            Consequences.of(event(user)), Consequences.NONE.with(mail(user)), Consequences.NONE);
    assertThat(sessions().open(opening, consequences)).isPresent();
    return opening.session().id();
  }

  @Test
  default void writesWhatGoesWithReuseAndNothingOfARotation() {
    var user = samples().register();
    var first = samples().open(user, NOW).first();
    var late = NOW.plus(GRACE).plusSeconds(1);

    sessions().rotate(SampleSessions.rotation(first, NOW, GRACE), all(user));
    sessions().rotate(SampleSessions.rotation(first, NOW, GRACE), all(user));
    assertThat(events(user.id())).isEmpty();
    sessions().rotate(SampleSessions.rotation(first, late, GRACE), all(user));
    sessions().rotate(SampleSessions.rotation(first, late, GRACE), all(user));

    assertThat(events(user.id())).containsExactly(event(user));
  }

  @Test
  default void writesConsequencesOfEndingOnce() {
    var user = samples().register();
    var session = samples().open(user, NOW).session().id();
    samples().open(user, NOW);

    for (var i = 0; i < 2; i++) {
      sessions().end(user.id(), session, EndReason.LOGGED_OUT, NOW, all(user));
      sessions().endAll(user.id(), EndReason.LOGGED_OUT, NOW, all(user));
      sessions().endOthers(user.id(), session, EndReason.LOGGED_OUT, NOW, all(user));
    }

    assertThat(events(user.id())).hasSize(2);
  }

  @Test
  default void keepsOnlyTheNewestTicketOfAPurpose() {
    var user = SampleUsers.user();
    users().register(user, HASH, Consequences.NONE.with(ticket(user, "older")));
    var newer = ticket(user, "newer");

    users()
        .update(
            SampleUsers.withProfile(user, SampleUsers.fullProfile()),
            NOW,
            Consequences.NONE.with(newer));

    assertThat(ticket(user.id(), TicketPurpose.VERIFY_EMAIL)).contains(newer);
  }

  @Test
  default void dropsTicketsWithPasswordAddressAndActivity() {
    var changed = withTicket();
    var moved = withTicket();
    var deactivated = withTicket();

    users().changePassword(changed.id(), HASH, OTHER_HASH, null, NOW, Consequences.NONE);
    users()
        .update(
            SampleUsers.withEmail(moved, SampleUsers.word() + "@x.test"), NOW, Consequences.NONE);
    users().update(deactivated.deactivated(), NOW, Consequences.NONE);

    assertThat(ticket(changed.id(), TicketPurpose.VERIFY_EMAIL)).isEmpty();
    assertThat(ticket(moved.id(), TicketPurpose.VERIFY_EMAIL)).isEmpty();
    assertThat(ticket(deactivated.id(), TicketPurpose.VERIFY_EMAIL)).isEmpty();
  }

  @Test
  default void leavesAPseudonymInTheAuditAfterAPurge() {
    var user = samples().register();
    users().update(SampleUsers.withProfile(user, SampleUsers.fullProfile()), NOW, all(user));
    var purged = AuditEvent.of(EventKind.USER_PURGED, NOW, Origin.UNKNOWN).about(user.id());

    users().purge(user.id(), Consequences.of(purged));

    var kept = events(user.id());
    assertThat(kept).contains(purged).hasSize(2);
    assertThat(kept)
        .allSatisfy(event -> assertThat(event.origin().client()).isEqualTo(Client.UNKNOWN));
    assertThat(mails(user.id())).isEmpty();
  }

  @Test
  default void appendsWhatIsNoPartOfAChange() {
    var user = SampleUsers.user();
    var failed = event(user).saying("wrong_password");

    audit().append(failed);

    assertThat(events(user.id())).containsExactly(failed);
  }

  @Test
  default void writesTheConsequencesOfTheWinnerAlone() {
    for (var round = 0; round < rounds(); round++) {
      var user = samples().register();

      Race.of(8, () -> users().changePassword(user.id(), HASH, OTHER_HASH, null, NOW, all(user)));

      assertThat(events(user.id())).hasSize(1);
    }
  }

  private User withTicket() {
    var user = SampleUsers.user();
    users().register(user, HASH, Consequences.NONE.with(ticket(user, user.id().toString())));
    return user;
  }

  private void assertWrittenNothing(User user) {
    assertThat(events(user.id())).isEmpty();
    assertThat(mails(user.id())).isEmpty();
  }

  private static Consequences all(User user) {
    return Consequences.of(event(user)).with(mail(user));
  }

  private static AuditEvent event(User user) {
    var origin = new Origin("request-1", new Client("192.0.2.7", "Sample/1.0"));
    return AuditEvent.of(EventKind.USER_EDITED, NOW, origin).about(user.id()).saying("profile");
  }

  private static Mail mail(User user) {
    return Mail.notice(MailKind.PASSWORD_CHANGED, user, Client.UNKNOWN, NOW);
  }

  private static Ticket ticket(User user, String secret) {
    return new Ticket(
        new TicketId(UUID.randomUUID()),
        TicketPurpose.VERIFY_EMAIL,
        user.id(),
        user.email(),
        null,
        TokenDigest.of(user.id() + secret),
        NOW,
        NOW.plusSeconds(3600));
  }

  private SampleSessions samples() {
    return new SampleSessions(users(), sessions());
  }
}
