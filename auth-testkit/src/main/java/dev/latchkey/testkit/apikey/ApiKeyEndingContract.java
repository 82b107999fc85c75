package dev.latchkey.testkit.apikey;

import static dev.latchkey.testkit.sample.SampleApiKeys.digest;
import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static dev.latchkey.testkit.sample.SampleSessions.OTHER_HASH;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.User;
import dev.latchkey.testkit.sample.SampleApiKeys;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleTickets;
import dev.latchkey.testkit.sample.SampleUsers;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What ends keys, and what does not.
public interface ApiKeyEndingContract extends ApiKeysUnderTest {

  @Test
  default void revokesOneKeyOnce() {
    var user = samples().register();
    var revoked = made(user);
    var other = made(user);

    for (var i = 0; i < 2; i++) {
      assertThat(apiKeys().revoke(user.id(), revoked.id(), NOW, event(user))).isTrue();
    }

    assertThat(lives(revoked)).isFalse();
    assertThat(lives(other)).isTrue();
    assertThat(apiKeys().list(user.id(), NOW)).containsExactly(other);
    assertThat(events(user.id())).hasSize(1);
  }

  @Test
  @Tag("C083")
  default void revokesNoKeyOfAnotherUserAndNoneThatIsNotThere() {
    var user = samples().register();
    var foreign = made(samples().register());

    assertThat(apiKeys().revoke(user.id(), foreign.id(), NOW, event(user))).isFalse();
    assertThat(apiKeys().revoke(user.id(), new ApiKeyId(UUID.randomUUID()), NOW, event(user)))
        .isFalse();

    assertThat(lives(foreign)).isTrue();
    assertThat(events(user.id())).isEmpty();
  }

  @Test
  @Tag("C116")
  default void revokesTheKeysOfADeactivatedUserForGood() {
    var user = samples().register();
    var key = made(user);
    var foreign = made(samples().register());

    users().update(user.deactivated(), NOW, Consequences.NONE);
    assertThat(lives(key)).isFalse();
    var deactivated = users().find(user.id()).orElseThrow();
    users().update(SampleUsers.activated(deactivated), NOW, Consequences.NONE);

    assertThat(lives(key)).isFalse();
    assertThat(lives(foreign)).isTrue();
  }

  @Test
  default void removesTheKeysOfAPurgedUser() {
    var user = samples().register();
    var key = made(user);

    users().purge(user.id(), Consequences.NONE);

    assertThat(lives(key)).isFalse();
    assertThat(apiKeys().revoke(user.id(), key.id(), NOW, Consequences.NONE)).isFalse();
  }

  @Test
  @Tag("C094")
  default void revokesEveryKeyWithAResetOfThePassword() {
    var user = samples().register();
    var key = made(user);
    var foreign = made(samples().register());
    var ticket = new SampleTickets(tickets()).issue(user, TicketPurpose.RESET_PASSWORD);

    tickets().resetPassword(ticket.digest(), OTHER_HASH, NOW, Consequences.NONE);

    assertThat(lives(key)).isFalse();
    assertThat(lives(foreign)).isTrue();
  }

  @Test
  default void revokesWhatWasMadeBeforeTheOwnerVerifiedTheAddress() {
    var user = samples().register();
    var key = made(user);
    var ticket = new SampleTickets(tickets()).issue(user, OTHER_HASH);

    tickets().verifyEmail(ticket.digest(), NOW, Consequences.NONE);

    assertThat(lives(key)).isFalse();
  }

  @Test
  default void leavesKeysWhereThePasswordIsChangedOrSessionsEnd() {
    var user = samples().register();
    var key = made(user);

    users().changePassword(user.id(), HASH, OTHER_HASH, null, NOW, Consequences.NONE);
    sessions().endAll(user.id(), EndReason.LOGGED_OUT, NOW, Consequences.NONE);
    var stored = users().find(user.id()).orElseThrow();
    users()
        .update(SampleUsers.withProfile(stored, SampleUsers.fullProfile()), NOW, Consequences.NONE);

    assertThat(lives(key)).isTrue();
  }

  private boolean lives(ApiKey key) {
    return apiKeys().findLive(digest(key), NOW).isPresent();
  }

  private ApiKey made(User user) {
    var session = samples().open(user, NOW).session().id();
    return new SampleApiKeys(apiKeys()).create(user.id(), session, NOW);
  }

  private static Consequences event(User user) {
    return Consequences.of(
        AuditEvent.of(EventKind.API_KEY_REVOKED, NOW, Origin.UNKNOWN).about(user.id()));
  }

  private SampleSessions samples() {
    return new SampleSessions(users(), sessions());
  }
}
