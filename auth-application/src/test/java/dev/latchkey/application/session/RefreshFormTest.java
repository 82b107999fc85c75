package dev.latchkey.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.application.Meddler;
import dev.latchkey.application.session.RefreshSession.Refused;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.domain.user.User;
import dev.latchkey.testkit.token.PlainRefreshTokens;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is no refresh token of ours ends no session.
@Tag("C077")
final class RefreshFormTest {
  private final House house = new House();
  private final User anna = house.registered("anna@x.test");
  private final TokenPair pair = house.loggedIn(anna);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "..",
        "refresh",
        "refresh.e30.",
        "\u0000",
        "ü",
        "eyJhbGciOiJub25lIn0.e30.",
        "00000000-0000-7000-8000-000000000000"
      })
  void asksTheStoreNothingForTheWrongForm(String token) {
    assertThat(refreshCounting(token)).isZero();
    assertStillAlive();
  }

  @Test
  void asksTheStoreNothingForAMegabyte() {
    assertThat(refreshCounting("x".repeat(1 << 20))).isZero();
    assertStillAlive();
  }

  @Test
  void takesNoAccessTokenForARefreshToken() {
    assertThat(refreshCounting(pair.access().reveal())).isZero();
    assertStillAlive();
  }

  @Test
  void asksTheStoreNothingForATokenThatWasTamperedWith() {
    var token = pair.refresh().reveal();

    assertThat(refreshCounting(token + "A")).isZero();
    assertThat(refreshCounting(token.substring(0, token.length() - 1))).isZero();
    assertThat(refreshCounting(" " + token)).isZero();
    assertStillAlive();
  }

  @Test
  void asksTheStoreNothingForATokenOfAnotherIssuer() {
    var claims = house.refreshTokens.read(pair.refresh().reveal()).orElseThrow();

    assertThat(refreshCounting(new PlainRefreshTokens().write(claims).reveal())).isZero();
    assertStillAlive();
  }

  @Test
  void refusesATokenThatWasSignedButNeverIssued() {
    var issued = house.refreshTokens.read(pair.refresh().reveal()).orElseThrow();
    var never =
        new RefreshClaims(
            house.ids.next(),
            issued.session(),
            issued.user(),
            issued.issuedAt(),
            issued.expiresAt(),
            issued.keyId());

    assertThat(refresh(house.refreshTokens.write(never).reveal())).isEqualTo(Refused.INVALID);
    assertStillAlive();
  }

  @Test
  void refusesTheTokenOfAPurgedUserAsNeverIssued() {
    house.users.purge(anna.id(), Consequences.NONE);

    assertThat(house.refresh(pair)).isEqualTo(Refused.INVALID);
  }

  @Test
  void asksTheStoreNothingForATokenWhoseTimeHasRunOut() {
    house.clock.advance(house.policy.lifetime());

    assertThat(refreshCounting(pair.refresh().reveal(), Refused.EXPIRED)).isZero();
  }

  private int refreshCounting(String token) {
    return refreshCounting(token, Refused.INVALID);
  }

  private int refreshCounting(String token, Refused expected) {
    var calls = new AtomicInteger();
    var counted =
        Meddler.before(SessionStore.class, house.sessions, "rotate", calls::incrementAndGet);
    assertThat(house.refreshSession(counted).refresh(token, House.REQUEST)).isEqualTo(expected);
    return calls.get();
  }

  private RefreshSession.Outcome refresh(String token) {
    return house.refreshSession().refresh(token, House.REQUEST);
  }

  private void assertStillAlive() {
    assertThat(house.isLetIn(pair)).isTrue();
    house.refreshed(pair);
  }
}
