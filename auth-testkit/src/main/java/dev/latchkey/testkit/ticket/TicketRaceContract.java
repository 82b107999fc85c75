package dev.latchkey.testkit.ticket;

import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static dev.latchkey.testkit.sample.SampleSessions.OTHER_HASH;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.OpeningConsequences;
import dev.latchkey.domain.port.TicketStore.EmailChange.Changed;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.testkit.race.Race;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleTickets;
import dev.latchkey.testkit.sample.SampleUsers;
import dev.latchkey.testkit.store.StoresUnderTest;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What holds of tickets whoever comes first.
public interface TicketRaceContract extends StoresUnderTest {

  @Test
  default void letsOneOfManyVerificationsRedeemTheTicket() {
    for (var round = 0; round < rounds(); round++) {
      var ticket = issuing().issue(samples().register(), TicketPurpose.VERIFY_EMAIL);

      var outcomes =
          Race.of(32, () -> tickets().verifyEmail(ticket.digest(), NOW, Consequences.NONE));

      assertThat(outcomes).filteredOn(Optional::isPresent).hasSize(1);
    }
  }

  @Test
  default void letsOneOfManyResetsRedeemTheTicket() {
    for (var round = 0; round < rounds(); round++) {
      var user = samples().register();
      var ticket = issuing().issue(user, TicketPurpose.RESET_PASSWORD);
      var hashes = IntStream.range(0, 32).mapToObj(i -> new PasswordHash("$sample$" + i)).toList();

      var outcomes =
          Race.among(
              hashes.stream()
                  .map(hash ->
                      (Callable<Boolean>)
                          () ->
                              tickets()
                                  .resetPassword(ticket.digest(), hash, NOW, Consequences.NONE)
                                  .isPresent())
                  .toList());

      assertThat(outcomes).containsOnlyOnce(true);
      assertThat(users().findCredentials(user.id()).orElseThrow().hash())
          .isEqualTo(hashes.get(outcomes.indexOf(true)));
    }
  }

  @Test
  default void letsOneOfManyChangesOfAddressRedeemTheTicket() {
    for (var round = 0; round < rounds(); round++) {
      var user = samples().register();
      var ticket = issuing().issueChange(user, SampleUsers.word() + "@new.test");

      var outcomes =
          Race.of(32, () -> tickets().changeEmail(ticket.digest(), NOW, Consequences.NONE));

      assertThat(outcomes).filteredOn(Changed.class::isInstance).hasSize(1);
      assertThat(users().find(user.id()).orElseThrow().version()).isEqualTo(user.version() + 1);
    }
  }

  @Test
  default void leavesNoSessionOpenAfterAResetMeanwhile() {
    for (var round = 0; round < rounds(); round++) {
      var user = samples().register();
      var ticket = issuing().issue(user, TicketPurpose.RESET_PASSWORD);
      var opening = SampleSessions.opening(user, NOW);

      Race.between(
          () -> tickets().resetPassword(ticket.digest(), OTHER_HASH, NOW, Consequences.NONE),
          () -> sessions().open(opening, OpeningConsequences.NONE));

      assertThat(sessions().list(user.id(), NOW)).isEmpty();
    }
  }

  @Test
  default void leavesNoTicketAfterAPasswordChangeAndAResetMeanwhile() {
    for (var round = 0; round < rounds(); round++) {
      var user = samples().register();
      var reset = new PasswordHash("$sample$reset");
      var ticket = issuing().issue(user, TicketPurpose.RESET_PASSWORD);

      Race.between(
          () -> users().changePassword(user.id(), HASH, OTHER_HASH, null, NOW, Consequences.NONE),
          () -> tickets().resetPassword(ticket.digest(), reset, NOW, Consequences.NONE));

      assertThat(users().findCredentials(user.id()).orElseThrow().hash()).isIn(OTHER_HASH, reset);
      assertThat(ticket(user.id(), TicketPurpose.RESET_PASSWORD)).isEmpty();
    }
  }

  private SampleTickets issuing() {
    return new SampleTickets(tickets());
  }

  private SampleSessions samples() {
    return new SampleSessions(users(), sessions());
  }
}
