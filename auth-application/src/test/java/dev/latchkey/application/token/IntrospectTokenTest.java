package dev.latchkey.application.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.application.client.ClientCreation;
import dev.latchkey.application.client.GrantClientToken.Granted;
import dev.latchkey.application.session.LogOut;
import dev.latchkey.application.session.TokenPair;
import dev.latchkey.application.token.IntrospectToken.ClientAccess;
import dev.latchkey.application.token.IntrospectToken.Inactive;
import dev.latchkey.application.token.IntrospectToken.UserAccess;
import dev.latchkey.application.token.IntrospectToken.UserRefresh;
import dev.latchkey.domain.client.ClientEdit;
import dev.latchkey.domain.client.Scopes;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.token.AccessClaims;
import dev.latchkey.domain.token.ClientClaims;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.User;
import dev.latchkey.testkit.token.PlainAccessTokens;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("C127")
class IntrospectTokenTest {
  private final House house = new House();
  private final User anna = house.registered("anna@x.test");
  private final TokenPair pair = house.loggedIn(anna);
  private final ClientCreation.Created reports = house.client("reports", "orders.read");

  @Test
  void tellsOfAUsersTokenWhoTheyAreNow() {
    var stored = house.stored(anna);
    var promoted =
        stored.edited(
            stored.email(), stored.profile(), new RoleName("customer"), true, stored.verified());
    house.users.update(promoted, house.now(), Consequences.NONE);

    var outcome = introspect(pair.access().reveal());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            UserAccess.class,
            access -> {
              assertThat(access.user().id()).isEqualTo(anna.id());
              assertThat(access.user().role()).hasToString("customer");
              assertThat(access.token().session()).isEqualTo(house.caller(pair).session());
            });
  }

  @Test
  void tellsNothingOfATokenWhoseSessionHasEnded() {
    house.logOut().logOut(pair.refresh().reveal(), LogOut.Scope.SESSION, House.REQUEST);

    assertInactive(pair.access().reveal());
    assertInactive(pair.refresh().reveal());
  }

  @Test
  void tellsNothingOfADeactivatedUser() {
    house.deactivate(anna);

    assertInactive(pair.access().reveal());
    assertInactive(pair.refresh().reveal());
  }

  @Test
  void tellsOfARefreshTokenWhetherItWouldBeExchangedAndLeavesItGood() {
    var outcome = introspect(pair.refresh().reveal());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            UserRefresh.class,
            refresh -> assertThat(refresh.live().user().id()).isEqualTo(anna.id()));
    var next = house.refreshed(pair);
    assertThat(introspect(next.refresh().reveal())).isInstanceOf(UserRefresh.class);
  }

  @Test
  void endsNoSessionForASpentTokenThatSomebodyAsksAbout() {
    var next = house.refreshed(house.refreshed(pair));
    house.clock.advance(Duration.ofMinutes(5));

    assertInactive(pair.refresh().reveal());

    assertThat(introspect(next.refresh().reveal())).isInstanceOf(UserRefresh.class);
    assertThat(house.isLetIn(next)).isTrue();
  }

  @Test
  void tellsNothingOfWhatHasRunOut() {
    var client = token();

    house.clock.advance(Duration.ofMinutes(15));
    assertInactive(pair.access().reveal());
    assertInactive(client);
    house.clock.advance(Duration.ofDays(30));
    assertInactive(pair.refresh().reveal());
  }

  /// Who checks tokens by themselves may grant a few seconds more.
  @Test
  void keepsToTheExpiryAlsoWhereTokensAreBelievedLonger() {
    var lenient = new PlainAccessTokens(() -> house.now().minusSeconds(30));
    var session = house.caller(pair).session();
    var claims =
        new AccessClaims(
            house.ids.next(),
            anna.id(),
            session,
            RoleName.USER,
            anna.email(),
            null,
            house.now(),
            house.now(),
            house.now().plusSeconds(60));
    var own =
        new ClientClaims(
            house.ids.next(),
            reports.client().id(),
            Scopes.NONE,
            house.now(),
            house.now().plusSeconds(60));
    var introspectToken =
        new IntrospectToken(
            house.sessions,
            house.clients,
            house.checkApiKey(),
            lenient,
            house.refreshTokens,
            house.clock);

    for (var token : List.of(lenient.issue(claims).reveal(), lenient.issue(own).reveal())) {
      assertThat(introspectToken.introspect(token)).isNotInstanceOf(Inactive.class);
    }
    house.clock.advance(Duration.ofSeconds(60));
    for (var token : List.of(lenient.issue(claims).reveal(), lenient.issue(own).reveal())) {
      assertThat(introspectToken.introspect(token)).isInstanceOf(Inactive.class);
    }
  }

  @Test
  void tellsOfAClientsTokenWhileTheClientIsActive() {
    var token = token();

    assertThat(introspect(token))
        .isInstanceOfSatisfying(
            ClientAccess.class,
            access -> {
              assertThat(access.token().client()).isEqualTo(reports.client().id());
              assertThat(access.token().scopes()).hasToString("orders.read");
            });
    edit(false);
    assertInactive(token);
    edit(true);
    assertThat(introspect(token)).isInstanceOf(ClientAccess.class);
  }

  @Test
  void tellsNothingOfTheTokenOfAClientThatIsGoneOrAnotherOfItsName() {
    var token = token();

    house.clients.delete(reports.client().id(), Consequences.NONE);
    assertInactive(token);
    house.clock.advance(Duration.ofSeconds(1));
    house.client("reports", "orders.read");
    assertInactive(token);
    assertThat(introspect(token())).isInstanceOf(ClientAccess.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "access.AAAA.AAAA", "client.AAAA.AAAA", "a.b.c", "\0"})
  void tellsNothingOfNonsense(String token) {
    assertInactive(token);
    assertInactive("A".repeat(1_000_000));
  }

  @Test
  void tellsNothingOfTokensOfOthers() {
    var other = new House();
    var foreign = other.loggedIn(other.registered("anna@x.test"));

    assertInactive(foreign.access().reveal());
    assertInactive(foreign.refresh().reveal());
  }

  private void edit(boolean active) {
    house.clients.edit(
        reports.client().id(), new ClientEdit(null, null, active), Consequences.NONE);
  }

  private String token() {
    var client = house.clients.find(reports.client().id()).orElseThrow();
    return ((Granted) house.grantClientToken().grant(client, "")).token().reveal();
  }

  private void assertInactive(String token) {
    assertThat(introspect(token)).isInstanceOf(Inactive.class);
  }

  private IntrospectToken.Outcome introspect(String token) {
    return house.introspectToken().introspect(token);
  }
}
