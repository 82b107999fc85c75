package dev.latchkey.verifier.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublicJwkTest {
  private static final String RFC_7638_N =
      "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPeb"
          + "WKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY"
          + "368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu"
          + "0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw";

  static List<KeyPair> pairs() {
    return List.of(Keys.P256, Keys.ED25519, Keys.RSA);
  }

  /// RFC 7638 section 3.1.
  @Test
  void isNamedByTheThumbprintOfRfc7638() throws Exception {
    var members = Map.of("kty", "RSA", "n", RFC_7638_N, "e", "AQAB");

    var jwk = PublicJwk.of(new Rs256().read(new JwkMembers(members)));

    assertThat(jwk.id()).isEqualTo("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    assertThat(jwk.members())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "kty",
                "RSA",
                "n",
                RFC_7638_N,
                "e",
                "AQAB",
                "kid",
                jwk.id(),
                "use",
                "sig",
                "alg",
                "RS256"));
  }

  /// RFC 8037 appendix A.3.
  @Test
  void isNamedByTheThumbprintOfRfc8037() throws Exception {
    var x = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    var members = Map.of("kty", "OKP", "crv", "Ed25519", "x", x);

    var jwk = PublicJwk.of(new Ed25519().read(new JwkMembers(members)));

    assertThat(jwk.id()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    assertThat(jwk.members()).containsEntry("x", x).containsEntry("alg", "EdDSA");
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void othersReadItAndGiveItTheSameName(KeyPair pair) throws Exception {
    var jwk = PublicJwk.of(pair.getPublic());

    var theirs = JWK.parse(Map.copyOf(jwk.members()));

    assertThat(theirs.computeThumbprint()).hasToString(jwk.id());
    assertThat(theirs.getKeyID()).isEqualTo(jwk.id());
    assertThat(theirs.getAlgorithm()).hasToString(jwk.algorithm().joseName());
    assertThat(theirs.isPrivate()).isFalse();
  }

  /// Coordinates that begin with zeros have all their 32 bytes.
  @Test
  void roundTripsManyKeys() throws Exception {
    for (var i = 0; i < 600; i++) {
      var key = Keys.ec("secp256r1").getPublic();

      var members = PublicJwk.of(key).members();

      assertThat(members.get("x")).hasSize(43);
      assertThat(new Es256().read(new JwkMembers(members))).isEqualTo(key);
    }
  }

  @Test
  void othersReadTheSet() throws Exception {
    var jwks = pairs().stream().map(pair -> PublicJwk.of(pair.getPublic())).toList();

    var theirs = JWKSet.parse(JwkSet.write(jwks));

    assertThat(theirs.getKeys())
        .extracting(JWK::getKeyID)
        .containsExactlyElementsOf(jwks.stream().map(PublicJwk::id).toList());
  }
}
