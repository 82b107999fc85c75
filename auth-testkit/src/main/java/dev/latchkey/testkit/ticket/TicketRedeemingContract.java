package dev.latchkey.testkit.ticket;

import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static dev.latchkey.testkit.sample.SampleSessions.OTHER_HASH;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.OpeningConsequences;
import dev.latchkey.domain.port.TicketStore.EmailChange;
import dev.latchkey.domain.ticket.Ticket;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.User;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleTickets;
import dev.latchkey.testkit.sample.SampleUsers;
import dev.latchkey.testkit.store.StoresUnderTest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How an address is verified and a password reset by a ticket, once.
public interface TicketRedeemingContract extends StoresUnderTest {
  /// When the tickets of these tests are redeemed.
  Instant LATER = NOW.plusSeconds(60);

  @Test
  default void verifiesTheAddressOnceAndKeepsTheRest() {
    var user = samples().register();
    var session = samples().open(user, NOW).session().id();
    var reset = issuing().issue(user, TicketPurpose.RESET_PASSWORD);
    var ticket = issuing().issue(user, TicketPurpose.VERIFY_EMAIL);

    var verified = tickets().verifyEmail(ticket.digest(), LATER, event(user));

    assertThat(verified).contains(users().find(user.id()).orElseThrow());
    assertThat(verified.orElseThrow().verified()).isTrue();
    assertThat(verified.orElseThrow().version()).isEqualTo(user.version() + 1);
    assertThat(verified.orElseThrow().updatedAt()).isEqualTo(LATER);
    assertThat(hash(user)).isEqualTo(HASH);
    assertThat(sessions().findLive(session, LATER)).isPresent();
    assertThat(isGood(reset)).isTrue();
    assertThat(tickets().verifyEmail(ticket.digest(), LATER, event(user))).isEmpty();
    assertThat(events(user.id())).hasSize(1);
  }

  @Test
  default void makesThePasswordOfTheTicketCountAndEndsWhatWasSetUpBefore() {
    var user = samples().register();
    var session = samples().open(user, NOW).session().id();
    var reset = issuing().issue(user, TicketPurpose.RESET_PASSWORD);
    var ticket = issuing().issue(user, OTHER_HASH);

    assertThat(tickets().verifyEmail(ticket.digest(), LATER, event(user))).isPresent();

    assertThat(hash(user)).isEqualTo(OTHER_HASH);
    assertThat(sessions().findLive(session, LATER)).isEmpty();
    assertThat(isGood(reset)).isFalse();
  }

  @Test
  default void bringsNoPasswordToAUserWhoIsVerifiedAlready() {
    var user = samples().register();
    var ticket = issuing().issue(user, OTHER_HASH);
    users()
        .update(
            user.edited(user.email(), user.profile(), user.role(), true, true),
            NOW,
            Consequences.NONE);

    assertThat(tickets().verifyEmail(ticket.digest(), LATER, Consequences.NONE)).isPresent();

    assertThat(hash(user)).isEqualTo(HASH);
  }

  @Test
  default void resetsThePasswordOnceAndEndsEverythingElse() {
    var user = samples().register();
    var session = samples().open(user, NOW).session().id();
    var other = issuing().issue(user, TicketPurpose.VERIFY_EMAIL);
    var change = issuing().issueChange(user, "new-" + user.email().display());
    var ticket = issuing().issue(user, TicketPurpose.RESET_PASSWORD);

    var reset = tickets().resetPassword(ticket.digest(), OTHER_HASH, LATER, event(user));

    assertThat(reset).contains(users().find(user.id()).orElseThrow());
    assertThat(reset.orElseThrow().verified()).isTrue();
    assertThat(hash(user)).isEqualTo(OTHER_HASH);
    assertThat(sessions().findLive(session, LATER)).isEmpty();
    assertThat(isGood(other)).isFalse();
    assertThat(isGood(change)).isFalse();
    assertThat(tickets().resetPassword(ticket.digest(), HASH, LATER, event(user))).isEmpty();
    assertThat(hash(user)).isEqualTo(OTHER_HASH);
    assertThat(events(user.id())).hasSize(1);
  }

  @Test
  default void givesAPasswordToAUserWithoutOne() {
    var user = SampleUsers.user();
    users().register(user, null, Consequences.NONE);
    var ticket = issuing().issue(user, TicketPurpose.RESET_PASSWORD);

    tickets().resetPassword(ticket.digest(), OTHER_HASH, LATER, Consequences.NONE);

    assertThat(hash(user)).isEqualTo(OTHER_HASH);
  }

  @Test
  default void opensNoSessionWithThePasswordThatWasReset() {
    var user = samples().register();
    var ticket = issuing().issue(user, TicketPurpose.RESET_PASSWORD);
    var late = SampleSessions.opening(user, LATER);

    tickets().resetPassword(ticket.digest(), OTHER_HASH, LATER, Consequences.NONE);

    assertThat(sessions().open(late, OpeningConsequences.NONE)).isEmpty();
  }

  @Test
  default void redeemsNoTicketForAnotherPurposeAndLeavesItGood() {
    var user = samples().register();
    var reset = issuing().issue(user, TicketPurpose.RESET_PASSWORD);
    var verify = issuing().issue(user, TicketPurpose.VERIFY_EMAIL);

    assertThat(tickets().verifyEmail(reset.digest(), LATER, event(user))).isEmpty();
    assertThat(tickets().resetPassword(verify.digest(), OTHER_HASH, LATER, event(user))).isEmpty();
    assertThat(tickets().changeEmail(reset.digest(), LATER, event(user)))
        .isEqualTo(EmailChange.NotChanged.NO_TICKET);

    assertThat(isGood(reset)).isTrue();
    assertThat(isGood(verify)).isTrue();
    assertThat(hash(user)).isEqualTo(HASH);
    assertThat(events(user.id())).isEmpty();
  }

  @Test
  default void redeemsNoTicketPastItsTime() {
    var user = samples().register();
    var reset = issuing().issue(user, TicketPurpose.RESET_PASSWORD);
    var verify = issuing().issue(user, TicketPurpose.VERIFY_EMAIL);
    var end = reset.expiresAt();

    assertThat(tickets().resetPassword(reset.digest(), OTHER_HASH, end, event(user))).isEmpty();
    assertThat(tickets().verifyEmail(verify.digest(), end, event(user))).isEmpty();

    assertThat(hash(user)).isEqualTo(HASH);
    assertThat(users().find(user.id()).orElseThrow().verified()).isFalse();
  }

  @Test
  default void redeemsNoTicketThatANewerOneHasReplaced() {
    var user = samples().register();
    var older = issuing().issue(user, TicketPurpose.RESET_PASSWORD);
    var newer = issuing().issue(user, TicketPurpose.RESET_PASSWORD);

    assertThat(tickets().resetPassword(older.digest(), OTHER_HASH, LATER, event(user))).isEmpty();
    assertThat(tickets().resetPassword(newer.digest(), OTHER_HASH, LATER, event(user))).isPresent();
  }

  private boolean isGood(Ticket ticket) {
    return tickets().find(ticket.digest(), ticket.purpose(), LATER).isPresent();
  }

  private @Nullable PasswordHash hash(User user) {
    return users().findCredentials(user.id()).orElseThrow().hash();
  }

  private static Consequences event(User user) {
    return Consequences.of(
        AuditEvent.of(EventKind.USER_EDITED, NOW, Origin.UNKNOWN).about(user.id()));
  }

  private SampleTickets issuing() {
    return new SampleTickets(tickets());
  }

  private SampleSessions samples() {
    return new SampleSessions(users(), sessions());
  }
}
