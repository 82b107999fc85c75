package dev.latchkey.application.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.application.client.AuthenticateClient.Authenticated;
import dev.latchkey.application.client.AuthenticateClient.Reason;
import dev.latchkey.application.client.AuthenticateClient.Refused;
import dev.latchkey.application.client.AuthenticateClient.Throttled;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.client.ClientEdit;
import dev.latchkey.domain.client.ClientSecret;
import dev.latchkey.domain.limit.LimitName;
import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.session.Client;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AuthenticateClientTest {
  private final House house = new House(LimitPolicy.standard());
  private final ClientCreation.Created reports = house.client("reports", "orders.read");
  private final String secret = reports.secret().reveal();
  private final String other = ClientSecret.make(House.RANDOM).reveal();

  @Test
  void believesTheRightSecret() {
    assertThat(authenticate("reports", secret)).isEqualTo(new Authenticated(reports.client()));
    assertThat(house.stores.audit().events().stream().map(AuditEvent::kind))
        .doesNotContain(EventKind.CLIENT_AUTHENTICATION_FAILED);
  }

  @Test
  void tellsTheAuditAloneWhyAClientIsNotBelieved() {
    assertThat(authenticate("reports", other)).isEqualTo(new Refused(Reason.WRONG_SECRET));
    assertThat(lastDetail()).isEqualTo("reports: wrong_secret");
    house.clock.advance(Duration.ofMinutes(1));
    assertThat(authenticate("nobody", secret)).isEqualTo(new Refused(Reason.UNKNOWN_CLIENT));
    assertThat(lastDetail()).isEqualTo("unknown_client");
    house.clock.advance(Duration.ofMinutes(1));
    assertThat(authenticate("typed something", secret))
        .isEqualTo(new Refused(Reason.UNKNOWN_CLIENT));
    assertThat(lastDetail()).isEqualTo("unknown_client");
    house.clock.advance(Duration.ofMinutes(1));
    assertThat(authenticate("reports", "changeme")).isEqualTo(new Refused(Reason.MALFORMED_SECRET));
    assertThat(lastDetail()).isEqualTo("malformed_secret");
    house.clock.advance(Duration.ofMinutes(1));
    house.clients.edit(reports.client().id(), new ClientEdit(null, null, false), Consequences.NONE);
    assertThat(authenticate("reports", secret)).isEqualTo(new Refused(Reason.INACTIVE));
    assertThat(lastDetail()).isEqualTo("reports: inactive");
  }

  @Test
  void notesOneFailureAMinute() {
    for (var i = 0; i < 5; i++) {
      authenticate("reports", other);
    }

    assertThat(house.stores.audit().events().stream().map(AuditEvent::kind))
        .containsOnlyOnce(EventKind.CLIENT_AUTHENTICATION_FAILED);
  }

  @Test
  void slowsDownWhoTriesAClientAndNeverTheClient() {
    for (var i = 0; i < 10; i++) {
      assertThat(authenticate("reports", other)).isInstanceOf(Refused.class);
    }

    assertThat(authenticate("reports", other))
        .isInstanceOfSatisfying(
            Throttled.class,
            throttled ->
                assertThat(throttled.by().by().name()).isEqualTo(LimitName.CLIENT_FAILURES));
    assertThat(authenticate("reports", secret)).isInstanceOf(Authenticated.class);
    assertThat(authenticate("billing", other)).isInstanceOf(Refused.class);
    house.clock.advance(Duration.ofMinutes(5));
    assertThat(authenticate("reports", other)).isInstanceOf(Refused.class);
  }

  @Test
  void slowsDownWhoTriesManyClients() {
    for (var i = 0; i < 30; i++) {
      assertThat(authenticate("client-" + i, other)).isInstanceOf(Refused.class);
    }
    var elsewhere = new Origin("request-2", new Client("198.51.100.1", null));

    assertThat(authenticate("client-30", other))
        .isInstanceOfSatisfying(
            Throttled.class,
            throttled ->
                assertThat(throttled.by().by().name()).isEqualTo(LimitName.CLIENT_ADDRESS));
    assertThat(house.authenticateClient().authenticate("client-30", other, elsewhere))
        .isInstanceOf(Refused.class);
  }

  private AuthenticateClient.Outcome authenticate(String id, String shown) {
    return house.authenticateClient().authenticate(id, shown, House.REQUEST);
  }

  private String lastDetail() {
    var events = house.stores.audit().events();
    return String.valueOf(events.get(events.size() - 1).detail());
  }
}
