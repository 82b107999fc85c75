package dev.latchkey.application.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.application.client.GrantClientToken.Granted;
import dev.latchkey.application.session.TokenPair;
import dev.latchkey.application.token.IntrospectToken.ClientAccess;
import dev.latchkey.application.token.IntrospectToken.Inactive;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.client.RegisteredClient;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.user.User;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("C127")
class RevokeTokenTest {
  private final House house = new House();
  private final User anna = house.registered("anna@x.test");
  private final TokenPair pair = house.loggedIn(anna);
  private final TokenPair otherDevice = house.loggedIn(anna);
  private final RegisteredClient reports = house.client("reports", "orders.read").client();
  private final RegisteredClient billing = house.client("billing", "orders.read").client();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endsTheSessionOfAUsersTokenAndNoOther(boolean access) {
    var session = house.caller(pair).session();

    revoke(reports, access ? pair.access().reveal() : pair.refresh().reveal());

    assertThat(house.isLetIn(pair)).isFalse();
    assertThat(house.isLetIn(otherDevice)).isTrue();
    assertThat(house.stores.sessions().endReason(session)).contains(EndReason.LOGGED_OUT);
    assertThat(house.introspectToken().introspect(pair.refresh().reveal()))
        .isInstanceOf(Inactive.class);
    assertThat(events(EventKind.SESSION_ENDED))
        .singleElement()
        .satisfies(event -> {
          assertThat(event.user()).isEqualTo(anna.id());
          assertThat(event.session()).isEqualTo(session);
          assertThat(event.detail()).isEqualTo("client reports");
        });
  }

  @Test
  void endsTheSessionOfASpentTokenToo() {
    var next = house.refreshed(pair);

    revoke(reports, pair.refresh().reveal());

    assertThat(house.isLetIn(next)).isFalse();
  }

  @Test
  void revokesAnApiKeyOnceForWhoeverWasShownIt() {
    var made = house.apiKey(anna, "orders.read");
    var kept = house.apiKey(anna, "orders.read");

    revoke(reports, made.raw().reveal());
    revoke(billing, made.raw().reveal());

    assertThat(house.checkApiKey().check(made.raw().reveal(), House.REQUEST)).isEmpty();
    assertThat(house.checkApiKey().check(kept.raw().reveal(), House.REQUEST)).isPresent();
    assertThat(events(EventKind.API_KEY_REVOKED))
        .singleElement()
        .satisfies(event -> {
          assertThat(event.user()).isEqualTo(anna.id());
          assertThat(event.key()).isEqualTo(made.key().id());
          assertThat(event.detail()).isEqualTo("client reports");
        });
  }

  @Test
  void revokesAClientsOwnTokenOnce() {
    var token = token(reports);
    var another = token(reports);

    revoke(reports, token);
    revoke(reports, token);

    assertThat(house.introspectToken().introspect(token)).isInstanceOf(Inactive.class);
    assertThat(house.introspectToken().introspect(another)).isInstanceOf(ClientAccess.class);
    assertThat(events(EventKind.CLIENT_TOKEN_REVOKED))
        .singleElement()
        .extracting(AuditEvent::detail)
        .isEqualTo("reports");
  }

  @Test
  void revokesNoTokenOfAnotherClient() {
    var token = token(reports);

    revoke(billing, token);

    assertThat(house.introspectToken().introspect(token)).isInstanceOf(ClientAccess.class);
    assertThat(events(EventKind.CLIENT_TOKEN_REVOKED)).isEmpty();
  }

  @Test
  void doesNothingForATokenThatIsUnknownForeignOrExpired() {
    var other = new House();
    var foreign = other.loggedIn(other.registered("anna@x.test"));
    var before = house.stores.audit().events();
    house.clock.advance(Duration.ofMinutes(16));

    for (var token :
        List.of(
            "",
            "nonsense",
            "A".repeat(1_000_000),
            foreign.access().reveal(),
            foreign.refresh().reveal(),
            pair.access().reveal())) {
      revoke(reports, token);
    }

    assertThat(house.stores.audit().events()).isEqualTo(before);
    assertThat(house.sessions.list(anna.id(), house.now())).hasSize(2);
  }

  private void revoke(RegisteredClient client, String token) {
    house.revokeToken().revoke(client, token, House.REQUEST);
  }

  private String token(RegisteredClient client) {
    return ((Granted) house.grantClientToken().grant(client, "")).token().reveal();
  }

  private List<AuditEvent> events(EventKind kind) {
    return house.stores.audit().events().stream().filter(event -> event.kind() == kind).toList();
  }
}
