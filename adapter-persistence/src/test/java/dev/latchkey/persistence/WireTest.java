package dev.latchkey.persistence;

import static dev.latchkey.testkit.sample.SampleSessions.GRACE;
import static dev.latchkey.testkit.sample.SampleSessions.rotation;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.OpeningConsequences;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.session.Rotated;
import dev.latchkey.testkit.sample.SampleSessions;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What goes over the wire, and what becomes of it where the wire breaks.
class WireTest {
  private static final int PAST_PREPARING = 10;

  private final Wire wire;
  private final JdbcStores stores;
  private final SampleSessions samples;

  WireTest() throws IOException {
    wire = new Wire(Postgres.createMigrated());
    stores = JdbcStores.on(wire.database(), Map.of("datasources.default.maximum-pool-size", 1));
    samples = new SampleSessions(stores.users(), stores.sessions());
  }

  @AfterEach
  void close() {
    stores.close();
    wire.close();
  }

  @Test
  void refreshesInOneRoundTrip() {
    var token = samples.open(samples.register(), NOW).first();
    for (var i = 1; i <= PAST_PREPARING; i++) {
      wire.forget();

      token = samples.refresh(token, NOW.plusSeconds(i));

      assertThat(wire.roundTrips()).isEqualTo(1);
    }
  }

  @Test
  void opensASessionInOneRoundTrip() {
    var user = samples.register();
    samples.open(user, NOW);
    for (var i = 1; i <= PAST_PREPARING; i++) {
      wire.forget();

      var now = NOW.plusSeconds(i);
      var event = AuditEvent.of(EventKind.LOGIN_SUCCEEDED, now, Origin.UNKNOWN);
      var mail = Mail.notice(MailKind.NEW_DEVICE, user, Client.UNKNOWN, now);
      var consequences =
          new OpeningConsequences(
              Consequences.of(event), Consequences.NONE.with(mail), Consequences.NONE);
      stores.sessions().open(SampleSessions.opening(user, now), consequences);

      assertThat(wire.roundTrips()).isEqualTo(1);
    }
  }

  @Test
  void checksARequestsSessionInOneRoundTrip() {
    var id = samples.open(samples.register(), NOW).session().id();
    for (var i = 1; i <= PAST_PREPARING; i++) {
      wire.forget();

      stores.sessions().findLive(id, NOW);

      assertThat(wire.roundTrips()).isEqualTo(1);
    }
  }

  @Test
  @Tag("C149")
  void givesTheSameSuccessorAgainWhereTheAnswerWasLost() {
    var token = samples.open(samples.register(), NOW).first();
    var lost = rotation(token, NOW, GRACE);
    wire.loseAnswers(true);
    assertThatThrownBy(() -> stores.sessions().rotate(lost, Consequences.NONE))
        .isInstanceOf(Unavailable.class);
    wire.loseAnswers(false);

    var rotated = stores.sessions().rotate(rotation(token, NOW, GRACE), Consequences.NONE);

    assertThat(rotated)
        .isInstanceOfSatisfying(
            Rotated.Concurrent.class,
            again -> assertThat(again.successor()).isEqualTo(lost.successor()));
  }

  @Test
  void opensOneSessionWhereTheAnswerWasLost() {
    var user = samples.register();
    var event = AuditEvent.of(EventKind.LOGIN_SUCCEEDED, NOW, Origin.UNKNOWN).about(user.id());
    var opening = SampleSessions.opening(user, NOW);
    wire.loseAnswers(true);
    assertThatThrownBy(
            () -> stores.sessions().open(opening, OpeningConsequences.of(Consequences.of(event))))
        .isInstanceOf(Unavailable.class);
    wire.loseAnswers(false);

    await()
        .untilAsserted(() ->
            assertThat(stores.sessions().list(user.id(), NOW)).containsExactly(opening.session()));
    assertThat(stores.events(user.id())).containsExactly(event);
  }
}
