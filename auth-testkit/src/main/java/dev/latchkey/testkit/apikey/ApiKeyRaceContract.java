package dev.latchkey.testkit.apikey;

import static dev.latchkey.testkit.sample.SampleApiKeys.MANY;
import static dev.latchkey.testkit.sample.SampleApiKeys.digest;
import static dev.latchkey.testkit.sample.SampleApiKeys.key;
import static dev.latchkey.testkit.sample.SampleSessions.OTHER_HASH;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.port.ApiKeyStore.Creation;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.testkit.race.Race;
import dev.latchkey.testkit.sample.SampleApiKeys;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleTickets;
import dev.latchkey.testkit.sample.SampleUsers;
import java.util.Collections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What holds of keys whoever comes first.
public interface ApiKeyRaceContract extends ApiKeysUnderTest {

  @Test
  default void makesNoMoreThanAllowedWhereManyAskAtOnce() {
    for (var round = 0; round < rounds(); round++) {
      var user = samples().register();
      var session = samples().open(user, NOW).session().id();

      var outcomes = Race.of(64, () -> create(user.id(), session, 5));

      assertThat(Collections.frequency(outcomes, Creation.CREATED)).isEqualTo(5);
      assertThat(Collections.frequency(outcomes, Creation.TOO_MANY)).isEqualTo(59);
      assertThat(apiKeys().list(user.id(), NOW)).hasSize(5);
    }
  }

  @Test
  @Tag("C116")
  default void leavesNoKeyAliveAfterADeactivationMeanwhile() {
    for (var round = 0; round < rounds(); round++) {
      var user = samples().register();
      var session = samples().open(user, NOW).session().id();

      Race.between(
          () -> create(user.id(), session, MANY),
          () -> create(user.id(), session, MANY),
          () -> users().update(user.deactivated(), NOW, Consequences.NONE));

      var deactivated = users().find(user.id()).orElseThrow();
      assertThat(deactivated.active()).isFalse();
      users().update(SampleUsers.activated(deactivated), NOW, Consequences.NONE);
      assertThat(apiKeys().list(user.id(), NOW)).isEmpty();
    }
  }

  @Test
  @Tag("C094")
  default void leavesNoKeyAliveAfterAResetMeanwhile() {
    for (var round = 0; round < rounds(); round++) {
      var user = samples().register();
      var session = samples().open(user, NOW).session().id();
      var ticket = new SampleTickets(tickets()).issue(user, TicketPurpose.RESET_PASSWORD);

      Race.between(
          () -> create(user.id(), session, MANY),
          () -> create(user.id(), session, MANY),
          () -> tickets().resetPassword(ticket.digest(), OTHER_HASH, NOW, Consequences.NONE));

      assertThat(apiKeys().list(user.id(), NOW)).isEmpty();
    }
  }

  @Test
  default void revokesOnceWhereManyRevoke() {
    for (var round = 0; round < rounds(); round++) {
      var user = samples().register();
      var session = samples().open(user, NOW).session().id();
      var key = new SampleApiKeys(apiKeys()).create(user.id(), session, NOW);
      var event = AuditEvent.of(EventKind.API_KEY_REVOKED, NOW, Origin.UNKNOWN).about(user.id());

      var found =
          Race.of(16, () -> apiKeys().revoke(user.id(), key.id(), NOW, Consequences.of(event)));

      assertThat(found).containsOnly(true);
      assertThat(events(user.id())).hasSize(1);
    }
  }

  @Test
  default void bringsNoKeyBackByNotingItsUse() {
    for (var round = 0; round < rounds(); round++) {
      var user = samples().register();
      var session = samples().open(user, NOW).session().id();
      var key = new SampleApiKeys(apiKeys()).create(user.id(), session, NOW);

      Race.between(
          () -> apiKeys().noteUse(key.id(), NOW, NOW),
          () -> apiKeys().noteUse(key.id(), NOW.plusSeconds(1), NOW),
          () -> apiKeys().revoke(user.id(), key.id(), NOW, Consequences.NONE));

      assertThat(apiKeys().findLive(digest(key), NOW)).isEmpty();
    }
  }

  private Creation create(UserId user, SessionId session, int maxPerUser) {
    var key = key(user, NOW);
    return apiKeys().create(key, digest(key), session, maxPerUser, Consequences.NONE);
  }

  private SampleSessions samples() {
    return new SampleSessions(users(), sessions());
  }
}
