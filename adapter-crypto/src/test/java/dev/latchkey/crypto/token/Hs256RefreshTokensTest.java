package dev.latchkey.crypto.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.verifier.jose.SignedClaims;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Hs256RefreshTokensTest {
  private final Hs256RefreshTokens tokens = Fixtures.refreshTokens();
  private final RefreshClaims claims = Fixtures.refreshClaims(tokens.keyId());

  @Test
  void readsWhatItWrote() {
    assertThat(tokens.read(tokens.write(claims).reveal())).contains(claims);
  }

  @Test
  void writesTheSameBytesForTheSameClaimsForEver() {
    var token = tokens.write(claims).reveal();

    assertThat(Fixtures.refreshTokens().write(claims).reveal()).isEqualTo(token);
    assertThat(token)
        .isEqualTo(
            "eyJhbGciOiJIUzI1NiIsImtpZCI6Ild4SWFUc0JJRzBFVnhHOXZ1NFlqNWciLCJ0eXAiOiJydCtqd3QifQ."
                + "eyJzdWIiOiIwMTk4MDAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDEiLCJzaWQiOiIwMTk4MDAw"
                + "MC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDIiLCJqdGkiOiIwMTk4MDAwMC0wMDAwLTcwMDAtODAw"
                + "MC0wMDAwMDAwMDAwMDMiLCJpYXQiOjE3OTAwMDAwMDAsImV4cCI6MTc5MjU5MjAwMCwidHlwZSI6InJlZnJlc2gifQ."
                + "7nuuui9mly0wchsDHERbCw_XZ5qaXhg7_JAmexOz-FE");
  }

  @Test
  void refusesToWriteForAKeyThatIsNotHeld() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tokens.write(Fixtures.refreshClaims("another")));
  }

  @Test
  void anAccessTokenIsNoRefreshToken() {
    var access = Fixtures.accessTokens().issue(Fixtures.accessClaims()).reveal();

    assertThat(tokens.read(access)).isEmpty();
  }

  @Test
  void readsNothingThatAnotherSecretSigned() {
    var others = new Hs256RefreshTokens(new SigningSecret(new byte[32]));
    var token = others.write(Fixtures.refreshClaims(others.keyId())).reveal();

    assertThat(others.keyId()).isNotEqualTo(tokens.keyId());
    assertThat(tokens.read(token)).isEmpty();
  }

  @Test
  void readsNothingButTheLetterEvenWhereTheSignatureIsRight() {
    assertThat(tokens.read(signed(new HashMap<>()))).isEmpty();
    assertThat(tokens.read(signed(Map.of("type", "access")))).isEmpty();
    assertThat(tokens.read(signed(Map.of("extra", "claim")))).isEmpty();
    assertThat(tokens.read(signed(Map.of("sub", "nobody")))).isEmpty();
    assertThat(tokens.read(signed(Map.of("exp", "1790000900")))).isEmpty();
  }

  /// The claims in some other order than ours, with some of them replaced.
  private static String signed(Map<String, Object> replaced) {
    var members = new HashMap<String, Object>();
    var token = Fixtures.refreshTokens();
    var claims = Fixtures.refreshClaims(token.keyId());
    members.put("sub", claims.user().toString());
    members.put("sid", claims.session().toString());
    members.put("jti", claims.jti().toString());
    members.put("iat", claims.issuedAt().getEpochSecond());
    members.put("exp", claims.expiresAt().getEpochSecond());
    members.put("type", "refresh");
    members.putAll(replaced);
    var key = Hs256Key.of(Fixtures.SECRET.derive("latchkey refresh tokens"));
    return new SignedClaims("rt+jwt").write(members, key);
  }

  @Test
  void nothingForeignIsRead() {
    assertThat(tokens.read("")).isEmpty();
    assertThat(tokens.read("..")).isEmpty();
    assertThat(tokens.read("\0".repeat(43))).isEmpty();
    assertThat(tokens.read("a".repeat(1 << 20))).isEmpty();
    assertThat(tokens.read(Base64.getUrlEncoder().encodeToString(new byte[32]))).isEmpty();
  }
}
