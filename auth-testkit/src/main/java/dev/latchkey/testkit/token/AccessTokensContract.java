package dev.latchkey.testkit.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.client.Scopes;
import dev.latchkey.domain.port.AccessTokens;
import dev.latchkey.domain.session.RefreshToken;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.token.AccessClaims;
import dev.latchkey.domain.token.AccessToken;
import dev.latchkey.domain.token.ClientClaims;
import dev.latchkey.domain.token.VerifiedAccess;
import dev.latchkey.domain.token.VerifiedClient;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.domain.user.Username;
import dev.latchkey.testkit.time.SettableClock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What everything that signs access tokens keeps to. A test class of an adapter implements this
/// and inherits the tests.
public interface AccessTokensContract {
  /// How long the tokens of these tests live.
  Duration LIFETIME = Duration.ofMinutes(15);

  /// The clock that the adapter under test goes by, the same throughout a test.
  SettableClock clock();

  /// The adapter, the same throughout a test.
  AccessTokens accessTokens();

  /// The same adapter of another deployment: other keys, perhaps under the same ids.
  AccessTokens foreignAccessTokens();

  /// A refresh token of the same deployment.
  RefreshToken refreshToken();

  /// How far clocks may be apart before a token is refused for its times.
  default Duration leeway() {
    return Duration.ZERO;
  }

  @Test
  default void verifiesWhatItIssued() {
    var claims = claims(new Username("zoe.angstrom"));

    var verified = accessTokens().verify(accessTokens().issue(claims).reveal());

    assertThat(verified)
        .contains(
            new VerifiedAccess(
                claims.jti(),
                claims.user(),
                claims.session(),
                claims.issuedAt().truncatedTo(ChronoUnit.SECONDS),
                claims.expiresAt().truncatedTo(ChronoUnit.SECONDS)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "orders.read", "orders.read users.read"})
  default void verifiesWhatItIssuedToAClient(String scopes) {
    var claims = clientClaims(scopes);

    var verified = accessTokens().verifyClient(accessTokens().issue(claims).reveal());

    assertThat(verified)
        .contains(
            new VerifiedClient(
                claims.jti(),
                claims.client(),
                claims.scopes(),
                claims.issuedAt().truncatedTo(ChronoUnit.SECONDS),
                claims.expiresAt().truncatedTo(ChronoUnit.SECONDS)));
  }

  @Test
  default void tellsUsersFromClients() {
    var users = accessTokens().issue(claims(null)).reveal();
    var clients = accessTokens().issue(clientClaims("orders.read")).reveal();

    assertThat(accessTokens().verifyClient(users)).isEmpty();
    assertThat(accessTokens().verify(clients)).isEmpty();
    assertThat(accessTokens().verifyClient(refreshToken().reveal())).isEmpty();
  }

  @Test
  default void verifiesAClientsTokenUntilItExpires() {
    var claims = clientClaims("orders.read");
    var token = accessTokens().issue(claims).reveal();

    clock().set(claims.expiresAt().truncatedTo(ChronoUnit.SECONDS).minusMillis(1));
    assertThat(accessTokens().verifyClient(token)).isPresent();
    clock().advance(leeway().plusSeconds(1));
    assertThat(accessTokens().verifyClient(token)).isEmpty();
  }

  @Test
  default void verifiesNoClientsTokenThatIsForeignOrChanged() {
    var foreign = foreignAccessTokens().issue(clientClaims("orders.read"));
    var token = accessTokens().issue(clientClaims("orders.read")).reveal();

    assertThat(accessTokens().verifyClient(foreign.reveal())).isEmpty();
    assertThat(Tampering.with(token))
        .allSatisfy(changed -> assertThat(accessTokens().verifyClient(changed)).isEmpty());
  }

  @Test
  default void issuesATokenForAUserWithoutAUsername() {
    var token = accessTokens().issue(claims(null));

    assertThat(accessTokens().verify(token.reveal())).isPresent();
  }

  @Test
  default void verifiesATokenUntilItExpires() {
    var claims = claims(null);
    var token = accessTokens().issue(claims).reveal();

    clock().set(claims.expiresAt().truncatedTo(ChronoUnit.SECONDS).minusMillis(1));
    assertThat(accessTokens().verify(token)).isPresent();
    clock().advance(leeway().plusSeconds(1));
    assertThat(accessTokens().verify(token)).isEmpty();
  }

  @Test
  default void remembersATokenThatWasVerifiedUntilItExpires() {
    var claims = claims(null);
    var token = accessTokens().issue(claims).reveal();
    var verified = accessTokens().verify(token);

    assertThat(accessTokens().peek(token)).isEqualTo(verified).isPresent();
    assertThat(accessTokens().verify(token)).isEqualTo(verified);
    clock().set(claims.expiresAt().truncatedTo(ChronoUnit.SECONDS).plus(leeway()));
    assertThat(accessTokens().peek(token)).isEmpty();
    assertThat(accessTokens().verify(token)).isEmpty();
  }

  @Test
  default void takesNothingElseForATokenThatItRemembers() {
    var token = accessTokens().issue(claims(null)).reveal();
    accessTokens().verify(token);
    var foreign = foreignAccessTokens().issue(claims(null)).reveal();
    foreignAccessTokens().verify(foreign);

    assertThat(Tampering.with(token))
        .allSatisfy(changed -> {
          assertThat(accessTokens().peek(changed)).isEmpty();
          assertThat(accessTokens().verify(changed)).isEmpty();
        });
    assertThat(accessTokens().peek(foreign)).isEmpty();
    assertThat(accessTokens().peek("")).isEmpty();
  }

  @Test
  default void verifiesNoTokenOfAnotherDeployment() {
    var token = foreignAccessTokens().issue(claims(null));

    assertThat(accessTokens().verify(token.reveal())).isEmpty();
  }

  @Test
  default void verifiesNoRefreshToken() {
    assertThat(accessTokens().verify(refreshToken().reveal())).isEmpty();
  }

  @Test
  default void verifiesNoTokenThatWasChangedAnywhere() {
    var token = accessTokens().issue(claims(null)).reveal();

    assertThat(Tampering.with(token))
        .allSatisfy(changed -> assertThat(accessTokens().verify(changed)).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("dev.latchkey.testkit.token.Tampering#nonsense")
  default void verifiesNoNonsense(String token) {
    assertThat(accessTokens().verify(token)).isEmpty();
    assertThat(accessTokens().verifyClient(token)).isEmpty();
  }

  @Test
  default void showsNoTokenInText() {
    AccessToken token = accessTokens().issue(claims(null));

    assertThat(token.toString()).doesNotContain(token.reveal());
  }

  private AccessClaims claims(@Nullable Username username) {
    var now = clock().instant();
    return new AccessClaims(
        UUID.randomUUID(),
        new UserId(UUID.randomUUID()),
        new SessionId(UUID.randomUUID()),
        RoleName.USER,
        EmailAddress.parse("zoe@example.test").orElseThrow(),
        username,
        now.minusSeconds(60),
        now,
        now.plus(LIFETIME));
  }

  private ClientClaims clientClaims(String scopes) {
    var now = clock().instant();
    return new ClientClaims(
        UUID.randomUUID(),
        new ClientId("reports"),
        Scopes.parse(scopes).orElseThrow(),
        now,
        now.plus(LIFETIME));
  }
}
