package dev.latchkey.verifier.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedClaimsTest {
  private static final SignedClaims TOKENS = new SignedClaims("at+jwt");
  private static final String ID = "01980000-0000-7000-8000-000000000001";

  static List<SigningKey> keys() {
    return Keys.all();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void readsWhatItWrote(SigningKey key) {
    var token = TOKENS.write(claims(), key);

    var read = TOKENS.read(token, VerifyingKeys.of(key)).orElseThrow();

    assertThat(read.asMap()).isEqualTo(claims());
    assertThat(read.names()).containsExactly("sub", "aud", "iat");
    assertThat(read.text("sub")).contains(ID);
    assertThat(read.uuid("sub")).hasToString("Optional[" + ID + "]");
    assertThat(read.texts("aud")).containsExactly("a", "b");
    assertThat(read.texts("sub")).containsExactly(ID);
    assertThat(read.instant("iat")).contains(Instant.ofEpochSecond(1_790_000_000));
    assertThat(read.instant("sub")).isEmpty();
    assertThat(read.text("iat")).isEmpty();
    assertThat(read.texts("none")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void readsNothingThatAnotherTypeOrKeySigned(SigningKey key) {
    var token = TOKENS.write(claims(), key);

    assertThat(new SignedClaims("rt+jwt").read(token, VerifyingKeys.of(key))).isEmpty();
    assertThat(TOKENS.read(token, VerifyingKeys.of(Map.of()))).isEmpty();
    assertThat(TOKENS.read(token + "A", VerifyingKeys.of(key))).isEmpty();
    var others = Keys.all().stream().filter(other -> other.algorithm() != key.algorithm());
    others.forEach(other ->
        assertThat(TOKENS.read(token, VerifyingKeys.of(Map.of(key.id(), other)))).isEmpty());
  }

  @Test
  void othersReadWhatItWrote() throws Exception {
    var ec = TOKENS.write(claims(), SigningKey.of("ec", Keys.P256));
    var rsa = TOKENS.write(claims(), SigningKey.of("rsa", Keys.RSA));

    var ecKey = new ECDSAVerifier((ECPublicKey) Keys.P256.getPublic());
    var rsaKey = new RSASSAVerifier((RSAPublicKey) Keys.RSA.getPublic());

    assertThat(JWSObject.parse(ec).verify(ecKey)).isTrue();
    assertThat(JWSObject.parse(rsa).verify(rsaKey)).isTrue();
  }

  @ParameterizedTest
  @Tag("C062")
  @Tag("C065")
  @Tag("C066")
  @Tag("C067")
  @Tag("C068")
  @ValueSource(
      strings = {
        "{\"alg\":\"none\",\"kid\":\"hmac\",\"typ\":\"at+jwt\"}",
        "{\"alg\":\"HS512\",\"kid\":\"hmac\",\"typ\":\"at+jwt\"}",
        "{\"alg\":\"ES256\",\"kid\":\"hmac\",\"typ\":\"at+jwt\"}",
        "{\"alg\":1,\"kid\":\"hmac\",\"typ\":\"at+jwt\"}",
        "{\"kid\":\"hmac\",\"typ\":\"at+jwt\"}",
        "{\"alg\":\"HS256\",\"kid\":\"other\",\"typ\":\"at+jwt\"}",
        "{\"alg\":\"HS256\",\"kid\":[\"hmac\"],\"typ\":\"at+jwt\"}",
        "{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}",
        "{\"alg\":\"HS256\",\"kid\":\"hmac\",\"typ\":\"JWT\"}",
        "{\"alg\":\"HS256\",\"kid\":\"hmac\"}",
        "{\"alg\":\"HS256\",\"kid\":\"hmac\",\"typ\":\"at+jwt\",\"crit\":[]}",
        "{\"alg\":\"HS256\",\"kid\":\"hmac\",\"typ\":\"at+jwt\",\"jku\":\"http://127.0.0.1:9/\"}",
        "{\"alg\":\"HS256\",\"kid\":\"hmac\",\"typ\":\"at+jwt\",\"kid\":\"hmac\"}"
      })
  void refusesEveryOtherHeaderThoughTheKeySignedIt(String header) {
    var key = SigningKey.of("hmac", Keys.SECRET);
    var right = "{\"alg\":\"HS256\",\"kid\":\"hmac\",\"typ\":\"application/AT+JWT\"}";

    assertThat(TOKENS.read(CompactForm.write(right, "{}", key), VerifyingKeys.of(key))).isPresent();
    assertThat(TOKENS.read(CompactForm.write(header, "{}", key), VerifyingKeys.of(key))).isEmpty();
  }

  @Test
  @Tag("C067")
  void asksForNoKeyUnlessFormAndHeaderAreRight() {
    var key = SigningKey.of("k".repeat(129), Keys.SECRET);
    var long129 = TOKENS.write(claims(), key);
    VerifyingKeys none =
        id -> {
          throw new AssertionError("asked for " + id);
        };

    assertThat(TOKENS.read("", none)).isEmpty();
    assertThat(TOKENS.read("a.b", none)).isEmpty();
    assertThat(TOKENS.read("a".repeat(4097), none)).isEmpty();
    assertThat(TOKENS.read(long129, none)).isEmpty();
    assertThat(TOKENS.read(CompactForm.write("{\"alg\":\"HS256\"}", "{}", key), none)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{\"a\":null}",
        "{\"a\":true}",
        "{\"a\":{}}",
        "{\"a\":[1]}",
        "{\"a\":-1}",
        "{\"a\":1.0}",
        "{\"a\":1e3}",
        "{\"a\":1000000000000}"
      })
  void refusesClaimsThatAreNotPlain(String payload) {
    var key = SigningKey.of("hmac", Keys.SECRET);
    var header = "{\"alg\":\"HS256\",\"kid\":\"hmac\",\"typ\":\"at+jwt\"}";

    var token = CompactForm.write(header, payload, key);

    assertThat(TOKENS.read(token, VerifyingKeys.of(key))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1-1-1-1-1", "0198ABCD-0000-7000-8000-000000000001"})
  void takesNoUuidButACanonicalOne(String text) {
    var claims = Claims.read(Keys.utf8("{\"a\":\"" + text + "\"}")).orElseThrow();

    assertThat(claims.uuid("a")).isEmpty();
  }

  private static Map<String, Object> claims() {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("sub", ID);
    claims.put("aud", List.of("a", "b"));
    claims.put("iat", 1_790_000_000L);
    return claims;
  }
}
