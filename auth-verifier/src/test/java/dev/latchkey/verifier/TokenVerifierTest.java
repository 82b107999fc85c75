package dev.latchkey.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.latchkey.verifier.jose.Flaw;
import dev.latchkey.verifier.jose.JwsAlgorithm;
import dev.latchkey.verifier.jose.Keys;
import dev.latchkey.verifier.jose.PublicJwk;
import dev.latchkey.verifier.jose.SignedClaims;
import dev.latchkey.verifier.jose.SigningKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {
  private final Issuer issuer = new Issuer();
  private final TestTime time = new TestTime();
  private final TokenVerifier verifier = issuer.verifier().time(time, time).build();
  private final SigningKey key = signing(Keys.P256);

  @AfterEach
  void close() {
    issuer.close();
  }

  static List<SigningKey> keys() {
    return Keys.asymmetric();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void believesTheTokensOfItsIssuer(SigningKey key) throws Exception {
    var token = verifier.verify(issuer.issue(key));

    assertThat(token.subject()).isEqualTo("01980000-0000-7000-8000-000000000001");
    assertThat(token.id()).isEqualTo("01980000-0000-7000-8000-000000000003");
    assertThat(token.session()).contains("01980000-0000-7000-8000-000000000002");
    assertThat(token.client()).contains("latchkey");
    assertThat(token.role()).contains("customer");
    assertThat(token.scopes()).containsExactlyInAnyOrder("orders:read", "orders:write");
    assertThat(token.expiresAt()).isEqualTo(TestTime.BEGINNING.plusSeconds(900));
    assertThat(token.claims()).isEqualTo(issuer.claims()).isUnmodifiable();
    assertThat(token).hasToString("VerifiedToken[01980000-0000-7000-8000-000000000003]");
  }

  @Test
  void believesTheTokensOfClientsWithoutSessionRoleOrScope() throws Exception {
    var claims = issuer.claims();
    claims.keySet().removeAll(Set.of("sid", "role", "scope", "email", "client_id"));

    var token = verifier.verify(write(claims));

    assertThat(token.session()).isEmpty();
    assertThat(token.role()).isEmpty();
    assertThat(token.client()).isEmpty();
    assertThat(token.scopes()).isEmpty();
  }

  @Test
  void fetchesTheKeysWhenTheFirstTokenComesAndNotAgain() throws Exception {
    assertThat(issuer.asked).isEmpty();

    for (var i = 0; i < 20; i++) {
      verifier.verify(issuer.issue(key));
    }

    assertThat(issuer.asked).containsExactly("GET /.well-known/jwks.json");
  }

  static List<String> garbage() {
    var header = "{\"alg\":\"ES256\",\"kid\":\"x\",\"typ\":\"at+jwt\"%s}";
    return List.of(
        "",
        "x",
        "..",
        "a.b",
        "a.b.c.d.e",
        "{\"payload\":\"\"}",
        "x".repeat(1 << 20),
        "Bearer a.b.c",
        unsigned("{}"),
        unsigned("{\"alg\":\"none\",\"kid\":\"x\",\"typ\":\"at+jwt\"}"),
        unsigned("{\"alg\":\"ES512\",\"kid\":\"x\",\"typ\":\"at+jwt\"}"),
        unsigned("{\"alg\":\"ES256\",\"kid\":\"x\",\"typ\":\"JWT\"}"),
        unsigned("{\"alg\":\"ES256\",\"typ\":\"at+jwt\"}"),
        unsigned("{\"alg\":\"ES256\",\"kid\":[\"x\"],\"typ\":\"at+jwt\"}"),
        unsigned("{\"alg\":\"ES256\",\"kid\":\"" + "x".repeat(129) + "\",\"typ\":\"at+jwt\"}"),
        unsigned(header.formatted(",\"jku\":\"http://127.0.0.1:9/\"")),
        unsigned(header.formatted(",\"x5u\":\"http://127.0.0.1:9/\"")),
        unsigned(header.formatted(",\"crit\":[]")),
        unsigned(header.formatted(",\"zip\":\"DEF\"")),
        unsigned(header.formatted(",\"cty\":\"JWT\"")),
        unsigned(header.formatted("")) + "=",
        " " + unsigned(header.formatted("")));
  }

  @ParameterizedTest
  @Tag("C062")
  @Tag("C065")
  @Tag("C066")
  @Tag("C068")
  @MethodSource("garbage")
  void asksNobodyAboutATextThatIsNoTokenByItsForm(String text) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> verifier.verify(text))
        .matches(e -> e.flaw() == Flaw.FORM || e.flaw() == Flaw.HEADER);
    assertThat(issuer.asked).isEmpty();
  }

  @Test
  @Tag("C066")
  void believesNoKeyThatATokenBrings() {
    var own = Keys.ec("secp256r1");
    var jwk = PublicJwk.of(own.getPublic());
    var members = new StringBuilder();
    jwk.members()
        .forEach((name, value) ->
            members
                .append(members.isEmpty() ? "" : ",")
                .append("\"%s\":\"%s\"".formatted(name, value)));
    var header =
        "{\"alg\":\"ES256\",\"kid\":\"%s\",\"typ\":\"at+jwt\",\"jwk\":{%s}}"
            .formatted(jwk.id(), members);

    assertFlaw(Flaw.HEADER, sign(header, payload(), signing(own)));
    assertFlaw(Flaw.UNKNOWN_KEY, issuer.issue(signing(own)));
    assertFlaw(Flaw.SIGNATURE, issuer.issue(SigningKey.of(key.id(), own)));
  }

  @Test
  @Tag("C063")
  void believesNoMacUnderAnythingThatIsPublic() {
    var encoded = Keys.P256.getPublic().getEncoded();
    var pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
            + "\n-----END PUBLIC KEY-----\n";
    var x = Base64.getUrlDecoder().decode(PublicJwk.of(Keys.P256.getPublic()).members().get("x"));

    for (var secret : List.of(encoded, pem.getBytes(StandardCharsets.US_ASCII), x)) {
      var mac = SigningKey.of(key.id(), new SecretKeySpec(secret, "HmacSHA256"));
      assertFlaw(Flaw.SIGNATURE, issuer.issue(mac));
    }
    for (var alg : List.of("HS256", "RS256", "EdDSA")) {
      assertFlaw(Flaw.SIGNATURE, sign(header(alg, key.id(), "at+jwt"), payload(), key));
    }
    for (var alg : List.of("HS384", "HS512", "PS256", "ES384")) {
      assertFlaw(Flaw.HEADER, sign(header(alg, key.id(), "at+jwt"), payload(), key));
    }
  }

  @ParameterizedTest
  @Tag("C061")
  @MethodSource("keys")
  void refusesEveryTokenThatDiffersInOneCharacter(SigningKey key) {
    var token = issuer.issue(key);

    IntStream.range(0, token.length())
        .mapToObj(i ->
            token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1))
        .forEach(changed -> assertRefused(changed));
  }

  /// Of all the spellings that a lenient decoder takes for the same token.
  @Test
  @Tag("C061")
  void refusesEverySpellingButOne() throws Exception {
    var token = issuer.issue(key);

    verifier.verify(token);

    for (var extra :
        List.of("=", "==", " ", "\n", "\t", "\0", "+", "/", "%", ".", "*", "é", "\u200b")) {
      for (var i = 0; i <= token.length(); i += 7) {
        assertRefused(token.substring(0, i) + extra + token.substring(i));
      }
      assertRefused(token + extra);
    }
  }

  @Test
  @Tag("C067")
  void asksOnceForTenThousandNamesOfKeys() throws Exception {
    verifier.verify(issuer.issue(key));

    for (var i = 0; i < 10_000; i++) {
      assertFlaw(Flaw.UNKNOWN_KEY, unsigned(header("ES256", "made-up-" + i, "at+jwt")));
    }
    for (var kid : List.of("../../../dev/null", "' OR 1=1--", "")) {
      assertFlaw(Flaw.UNKNOWN_KEY, unsigned(header("ES256", kid, "at+jwt")));
    }

    assertThat(issuer.asked).hasSize(2);
  }

  @ParameterizedTest
  @Tag("C068")
  @CsvSource({
    "at+jwt,true",
    "AT+JWT,true",
    "application/at+jwt,true",
    "JWT,false",
    "logout+jwt,false",
    "dpop+jwt,false",
    "rt+jwt,false",
    "text/at+jwt,false"
  })
  void believesOnlyTheTypeOfAccessTokens(String typ, boolean believed) {
    var token = sign(header("ES256", key.id(), typ), payload(), key);

    if (believed) {
      assertBelieved(token);
    } else {
      assertFlaw(Flaw.HEADER, token);
    }
  }

  @Test
  @Tag("C068")
  void believesThePlainTypeOnlyOfAnIssuerThatWritesIt() throws Exception {
    var plain = sign(header("ES256", key.id(), "JWT"), payload(), key);
    var standard = sign(header("ES256", key.id(), "at+jwt"), payload(), key);
    var lenient = issuer.verifier().plainType().time(time, time).build();

    assertThat(lenient.verify(plain).session()).isPresent();
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> lenient.verify(standard));
  }

  @ParameterizedTest
  @Tag("C069")
  @CsvSource({"-31,NOT_YET", "-30,", "0,", "929,", "930,EXPIRED", "100000,EXPIRED"})
  void believesATokenFromItsBeginningToItsEndGiveOrTakeThirtySeconds(
      long offset, @Nullable Flaw flaw) {
    time.pass(Duration.ofSeconds(offset));

    assertOutcome(flaw, issuer.issue(key));
  }

  @ParameterizedTest
  @Tag("C069")
  @CsvSource({
    "exp,2700,", "exp,3600,", "exp,3601,LIFETIME", "exp,0,LIFETIME", "exp,-5,LIFETIME",
    "nbf,30,", "nbf,31,NOT_YET", "iat,30,", "iat,31,NOT_YET", "iat,-2701,LIFETIME"
  })
  void refusesTokensOfTheFutureAndOfTooLongALife(String name, long offset, @Nullable Flaw flaw) {
    var claims = issuer.claims();
    claims.put(name, TestTime.BEGINNING.getEpochSecond() + offset);

    assertOutcome(flaw, write(claims));
  }

  @ParameterizedTest
  @Tag("C069")
  @Tag("C070")
  @ValueSource(strings = {"iss", "aud", "sub", "jti", "iat", "nbf", "exp", "type"})
  void refusesATokenThatLacksAClaimOrHasItOfAnotherType(String name) {
    var lacking = issuer.claims();
    lacking.remove(name);
    var listed = issuer.claims();
    listed.put(name, List.of());
    var empty = issuer.claims();
    empty.put(name, "");

    assertRefused(write(lacking));
    assertRefused(write(listed));
    assertRefused(write(empty));
  }

  @ParameterizedTest
  @Tag("C069")
  @Tag("C070")
  @CsvSource({
    "exp,null",
    "exp,\"\"\"9999999999\"\"\"",
    "exp,-1",
    "exp,1e308",
    "exp,1790000900.0",
    "iss,null",
    "aud,{}",
    "aud,[[]]",
    "sub,1",
    "sub,null",
    "jti,{}",
    "client_id,1",
    "client_id,\"\"\"\"\"\"",
    "sid,{}",
    "email,true"
  })
  void refusesValuesOfOtherKinds(String name, String json) {
    var payload = payload();
    var others =
        payload.replaceFirst(
            "\"" + name + "\":(\"[^\"]*\"|\\d+)", "\"%s\":%s".formatted(name, json));

    assertThat(others).isNotEqualTo(payload);
    assertRefused(sign(header("ES256", key.id(), "at+jwt"), others, key));
  }

  @Test
  @Tag("C070")
  void comparesIssuerAndAudienceExactly() {
    for (var other : List.of(issuer.url() + "/", issuer.url().replace("http", "HTTP"), "x")) {
      assertFlaw(Flaw.ISSUER, with("iss", other));
    }
    for (var other : List.of("Orders", "orders ", "x", List.of(), List.of("x"))) {
      assertFlaw(Flaw.AUDIENCE, with("aud", other));
    }
    assertBelieved(with("aud", List.of("a", "b", "c", "d", "orders")));
    assertFlaw(Flaw.AUDIENCE, with("aud", List.of("a", "b", "c", "d", "e", "orders")));
    assertFlaw(Flaw.CLAIMS, with("type", "refresh"));
  }

  @Test
  @Tag("C070")
  void refusesAPayloadThatNamesAClaimTwice() {
    var payload = payload();
    var twice = "{\"sub\":\"x\"," + payload.substring(1);

    assertFlaw(Flaw.PAYLOAD, sign(header("ES256", key.id(), "at+jwt"), twice, key));
  }

  @Test
  void believesOnlyTheAlgorithmsThatItIsToldTo() throws Exception {
    var strict = issuer.verifier().algorithms(Set.of(JwsAlgorithm.EDDSA)).time(time, time).build();

    strict.verify(issuer.issue(signing(Keys.ED25519)));

    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> strict.verify(issuer.issue(key)))
        .matches(e -> e.flaw() == Flaw.UNKNOWN_KEY);
  }

  @Test
  void heedsItsSettings() {
    var strict =
        issuer
            .verifier()
            .skew(Duration.ZERO)
            .maxLifetime(Duration.ofSeconds(899))
            .time(time, time)
            .build();

    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> strict.verify(issuer.issue(key)))
        .withMessage("the access token is not good: LIFETIME");
  }

  @Test
  void findsKeysElsewhere() throws Exception {
    var elsewhere =
        TokenVerifier.of("latchkey", Issuer.AUDIENCE)
            .keys(URI.create(issuer.url() + "/.well-known/jwks.json"))
            .time(time, time)
            .build();

    elsewhere.verify(with("iss", "latchkey"));

    assertThat(issuer.asked).hasSize(1);
  }

  @Test
  void saysThatKeysAreMissingRatherThanThatATokenIsWrong() {
    issuer.answerForKeys(exchange -> Issuer.send(exchange, 500, ""));

    assertThatExceptionOfType(KeysUnavailableException.class)
        .isThrownBy(() -> verifier.verify(issuer.issue(key)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://id.example.org",
        "http://10.0.0.1",
        "http://127.0.0.1.example.org",
        "http://localhost.example.org",
        "ftp://localhost",
        "id.example.org",
        "",
        "https://user:secret@id.example.org",
        "http://127.1",
        "file:///etc/passwd"
      })
  void asksNobodyInTheClearButThisMachine(String url) {
    assertThatIllegalArgumentException().isThrownBy(() -> TokenVerifier.of(url, "x").build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> issuer.verifier().introspection(URI.create(url), "x", "x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://id.example.org", "https://id.example.org/auth/", "http://localhost:8080",
        "http://127.0.0.1", "http://[::1]:8080", "HTTPS://id.example.org"
      })
  void asksByHttpsOrThisMachine(String url) {
    assertThat(TokenVerifier.of(url, "x").build()).isNotNull();
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    var builder = issuer.verifier();

    assertThatIllegalArgumentException().isThrownBy(() -> TokenVerifier.of(issuer.url(), ""));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.algorithms(Set.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.algorithms(Set.of(JwsAlgorithm.HS256, JwsAlgorithm.ES256)));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.skew(Duration.ofMinutes(6)));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.skew(Duration.ofMillis(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.maxLifetime(Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.outage(Duration.ofDays(31)));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.patience(Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.answersKept(Duration.ofDays(1)));
  }

  private static SigningKey signing(KeyPair pair) {
    return SigningKey.of(PublicJwk.of(pair.getPublic()).id(), pair);
  }

  private String with(String name, Object value) {
    var claims = new LinkedHashMap<>(issuer.claims());
    claims.put(name, value);
    return write(claims);
  }

  private String write(Map<String, Object> claims) {
    return new SignedClaims("at+jwt").write(claims, key);
  }

  private static String header(String alg, String kid, String typ) {
    return "{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"%s\"}".formatted(alg, kid, typ);
  }

  private String payload() {
    return new String(
        Base64.getUrlDecoder().decode(issuer.issue(key).split("\\.", -1)[1]),
        StandardCharsets.UTF_8);
  }

  private static String unsigned(String header) {
    return encode(header.getBytes(StandardCharsets.UTF_8)) + ".e30." + encode(new byte[64]);
  }

  private static String sign(String header, String payload, SigningKey key) {
    var input =
        encode(header.getBytes(StandardCharsets.UTF_8))
            + "."
            + encode(payload.getBytes(StandardCharsets.UTF_8));
    return input + "." + encode(key.sign(input.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private void assertBelieved(String token) {
    assertOutcome(null, token);
  }

  private void assertOutcome(@Nullable Flaw flaw, String token) {
    if (flaw == null) {
      assertThatNoException().isThrownBy(() -> verifier.verify(token));
    } else {
      assertFlaw(flaw, token);
    }
  }

  private void assertRefused(String token) {
    assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> verifier.verify(token));
  }

  private void assertFlaw(Flaw flaw, String token) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> verifier.verify(token))
        .extracting(InvalidTokenException::flaw)
        .isEqualTo(flaw);
  }
}
