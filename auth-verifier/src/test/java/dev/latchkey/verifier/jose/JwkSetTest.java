package dev.latchkey.verifier.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.verifier.json.Json;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwkSetTest {
  private static final PublicJwk EC = PublicJwk.of(Keys.P256.getPublic());
  private static final PublicJwk OKP = PublicJwk.of(Keys.ED25519.getPublic());
  private static final PublicJwk RSA = PublicJwk.of(Keys.RSA.getPublic());

  @Test
  void readsWhatItWrote() {
    var keys = JwkSet.read(Keys.utf8(JwkSet.write(List.of(EC, OKP, RSA)))).orElseThrow().keys();

    assertThat(keys).containsOnlyKeys(EC.id(), OKP.id(), RSA.id());
    for (var signing : Keys.asymmetric()) {
      var verifying = VerifyingKeys.of(keys).find(signing.id()).orElseThrow();
      assertThat(verifying).hasToString(signing.toString());
      assertThat(verifying.verify(new byte[] {7}, signing.sign(new byte[] {7}))).isTrue();
    }
  }

  @Test
  void readsAKeyThatNamesNoAlgorithmOrUse() {
    assertThat(read(without(EC, "alg"), without(OKP, "use")).keys())
        .containsOnlyKeys(EC.id(), OKP.id());
    assertThat(read(with(EC, "key_ops", List.of("verify"))).keys()).hasSize(1);
    assertThat(read(with(EC, "x5c", List.of("MIIB")), with(OKP, "more", Map.of())).keys())
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "kty,oct",
    "kty,ec",
    "kty,AKP",
    "crv,P-384",
    "crv,Ed25519",
    "crv,secp256k1",
    "alg,ES384",
    "alg,HS256",
    "alg,none",
    "alg,EdDSA",
    "alg,ECDH-ES",
    "use,enc",
    "use,",
    "use,SIG",
    "key_ops,verify",
    "kid,",
    "x,AAAA",
    "y,",
    "y,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
  })
  void leavesOutAKeyThatSaysSomethingElse(String name, String value) {
    var other = with(EC, name, value == null ? 1L : value);

    assertThat(read(other, OKP.members()).keys()).containsOnlyKeys(OKP.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"kty", "crv", "x", "y", "kid"})
  void leavesOutAKeyThatLacksSomething(String name) {
    assertThat(read(without(EC, name), OKP.members()).keys()).containsOnlyKeys(OKP.id());
  }

  @Test
  void leavesOutAKeyForOtherOperations() {
    assertThat(read(with(EC, "key_ops", List.of("sign"))).keys()).isEmpty();
    assertThat(read(with(EC, "key_ops", List.of())).keys()).isEmpty();
    assertThat(read(with(EC, "key_ops", 1L)).keys()).isEmpty();
  }

  @Test
  void leavesOutPointsThatAreNotOnTheirCurve() {
    var x = EC.members().getOrDefault("x", "");

    assertThat(read(with(EC, "y", x)).keys()).isEmpty();
    assertThat(read(with(OKP, "crv", "Ed448")).keys()).isEmpty();
    assertThat(read(with(OKP, "x", "AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")).keys())
        .isEmpty();
  }

  /// The prime of Ed25519 itself, which is zero in disguise.
  @Test
  void leavesOutAPointThatIsNotInTheField() {
    var bytes = new byte[32];
    Arrays.fill(bytes, (byte) 0xff);
    bytes[0] = (byte) 0xed;
    bytes[31] = 0x7f;

    assertThat(read(with(OKP, "x", Base64Url.encode(bytes))).keys()).isEmpty();
  }

  @Test
  void leavesOutWeakRsaKeys() {
    var small = Base64Url.encode(Unsigned.bytes(BigInteger.TWO.pow(1024).add(BigInteger.ONE)));

    assertThat(read(with(RSA, "n", small)).keys()).isEmpty();
    assertThat(read(with(RSA, "e", "AQ")).keys()).isEmpty();
    assertThat(read(with(RSA, "e", "Ag")).keys()).isEmpty();
    assertThat(read(with(RSA, "alg", "PS256")).keys()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"})
  void refusesASetThatHoldsAnythingPrivate(String name) {
    assertThat(JwkSet.read(json(with(EC, name, "AAAA"), OKP.members()))).isEmpty();
    assertThat(JwkSet.read(json(Map.of("kty", "oct", name, "AAAA")))).isEmpty();
  }

  @Test
  void refusesTwoKeysOfOneName() {
    assertThat(JwkSet.read(json(EC.members(), with(OKP, "kid", EC.id())))).isEmpty();
    assertThat(JwkSet.read(json(EC.members(), EC.members()))).isEmpty();
  }

  @Test
  void refusesMoreThanSixtyFourKeys() {
    assertThat(JwkSet.read(json(many(64)))).isPresent();
    assertThat(JwkSet.read(json(many(65)))).isEmpty();
  }

  @Test
  void refusesMoreThanSixtyFourKibibytes() {
    var text = new String(json(EC.members()), StandardCharsets.UTF_8);
    var room = JwkSet.MAX_BYTES - text.length();

    assertThat(JwkSet.read(Keys.utf8(text + " ".repeat(room)))).isPresent();
    assertThat(JwkSet.read(Keys.utf8(text + " ".repeat(room + 1)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"keys\":{}}",
        "{\"keys\":null}",
        "{\"keys\":[1]}",
        "{\"keys\":[[]]}",
        "{\"keys\":[],\"keys\":[]}",
        "<html>",
        "{\"keys\":[[[[[[[[[]]]]]]]]]}"
      })
  void refusesWhatIsNoSetOfKeys(String text) {
    assertThat(JwkSet.read(Keys.utf8(text))).isEmpty();
  }

  private static Map<?, ?>[] many(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> with(EC, "kid", "key " + i))
        .toArray(Map<?, ?>[]::new);
  }

  private static JwkSet read(Map<?, ?>... keys) {
    return JwkSet.read(json(keys)).orElseThrow();
  }

  private static byte[] json(Map<?, ?>... keys) {
    return Keys.utf8(Json.write(Map.of("keys", List.of(keys))));
  }

  private static Map<String, Object> with(PublicJwk jwk, String name, Object value) {
    var members = new LinkedHashMap<String, Object>(jwk.members());
    members.put(name, value);
    return members;
  }

  private static Map<String, String> without(PublicJwk jwk, String name) {
    var members = new LinkedHashMap<>(jwk.members());
    members.remove(name);
    return members;
  }
}
