package dev.latchkey.crypto.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.token.VerifiedAccess;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JwtAccessTokensTest {
  private final JwtAccessTokens tokens = Fixtures.accessTokens();

  @Test
  void believesWhatItIssued() {
    var claims = Fixtures.accessClaims();

    var verified = tokens.verify(tokens.issue(claims).reveal());

    assertThat(verified)
        .contains(
            new VerifiedAccess(
                claims.jti(),
                claims.user(),
                claims.session(),
                claims.issuedAt(),
                claims.expiresAt()));
  }

  @Test
  void saysWhatTheContractPromisesAndNoMore() {
    var parts = tokens.issue(Fixtures.accessClaims()).reveal().split("\\.", -1);

    assertThat(Fixtures.decode(parts[0]))
        .matches("\\{\"alg\":\"HS256\",\"kid\":\"[A-Za-z0-9_-]{22}\",\"typ\":\"at\\+jwt\"}");
    assertThat(Fixtures.decode(parts[1]))
        .isEqualTo(
            """
            {"iss":"https://auth.example","aud":"latchkey",\
            "sub":"01980000-0000-7000-8000-000000000001","client_id":"latchkey",\
            "jti":"01980000-0000-7000-8000-000000000003",\
            "iat":1790000000,"nbf":1790000000,"exp":1790000900,"type":"access",\
            "sid":"01980000-0000-7000-8000-000000000002","auth_time":1789999940,\
            "role":"customer","email":"Ada@example.org",\
            "preferred_username":"ada"}\
            """);
  }

  @Test
  void saysOfAClientWhatTheContractPromisesAndNoMore() {
    var parts = tokens.issue(Fixtures.clientClaims()).reveal().split("\\.", -1);

    assertThat(Fixtures.decode(parts[1]))
        .isEqualTo(
            """
            {"iss":"https://auth.example","aud":"latchkey",\
            "sub":"reports","client_id":"reports",\
            "jti":"01980000-0000-7000-8000-000000000004",\
            "iat":1790000000,"nbf":1790000000,"exp":1790000900,"type":"access",\
            "scope":"orders.read users.read"}\
            """);
  }

  @Test
  void areOfThePlainTypeWhereAskedToAndBelieveTheStandardOneAsWell() {
    var plain =
        new JwtAccessTokens(
            AccessTokenType.JWT,
            TokenKeys.of(Fixtures.SECRET),
            Fixtures.ISSUER,
            Fixtures.AUDIENCE,
            Duration.ofMinutes(15),
            Fixtures.CLOCK);
    var token = plain.issue(Fixtures.accessClaims()).reveal();

    assertThat(Fixtures.decode(token.split("\\.", -1)[0])).contains("\"typ\":\"JWT\"");
    assertThat(plain.verify(token)).isPresent();
    assertThat(plain.verify(tokens.issue(Fixtures.accessClaims()).reveal())).isPresent();
    assertThat(tokens.verify(token)).isEmpty();
    var refresh = Fixtures.refreshTokens();
    assertThat(plain.verify(refresh.write(Fixtures.refreshClaims(refresh.keyId())).reveal()))
        .isEmpty();
  }

  @Test
  void anotherSecretIssuerOrAudienceIsNotBelieved() {
    var token = tokens.issue(Fixtures.accessClaims()).reveal();
    var life = Duration.ofMinutes(15);
    var otherSecret = new SigningSecret(new byte[32]);

    assertThat(
            new JwtAccessTokens(
                    TokenKeys.of(otherSecret),
                    Fixtures.ISSUER,
                    Fixtures.AUDIENCE,
                    life,
                    Fixtures.CLOCK)
                .verify(token))
        .isEmpty();
    assertThat(
            new JwtAccessTokens(
                    TokenKeys.of(Fixtures.SECRET),
                    "https://AUTH.example",
                    Fixtures.AUDIENCE,
                    life,
                    Fixtures.CLOCK)
                .verify(token))
        .isEmpty();
    assertThat(
            new JwtAccessTokens(
                    TokenKeys.of(Fixtures.SECRET), Fixtures.ISSUER, "other", life, Fixtures.CLOCK)
                .verify(token))
        .isEmpty();
  }

  @Test
  void aRefreshTokenIsNoAccessToken() {
    var refresh = Fixtures.refreshTokens();

    var token = refresh.write(Fixtures.refreshClaims(refresh.keyId())).reveal();

    assertThat(tokens.verify(token)).isEmpty();
  }
}
