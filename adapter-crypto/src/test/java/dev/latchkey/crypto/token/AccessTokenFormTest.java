package dev.latchkey.crypto.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is refused by its form or header, although the right key signed it.
class AccessTokenFormTest {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final String GOOD = new Forge().sign();

  private final JwtAccessTokens tokens = Fixtures.accessTokens();

  @Test
  void theForgeMakesTokensThatAreBelieved() {
    assertThat(tokens.verify(GOOD)).isPresent();
  }

  /// Texts that a lenient decoder takes for the same token.
  static List<String> twins() {
    var last = GOOD.length() - 1;
    var slack = ALPHABET.charAt(ALPHABET.indexOf(GOOD.charAt(last)) ^ 1);
    var twins = new ArrayList<String>();
    for (var extra : List.of("=", "==", " ", "\n", "\r\n", "\t", "\0", ".", "%", "*", "\u200b")) {
      twins.add(GOOD + extra);
      twins.add(extra + GOOD);
      twins.add(GOOD.replaceFirst("\\.", extra + "."));
      twins.add(GOOD.replaceFirst("\\.", "." + extra));
    }
    twins.add(GOOD.substring(0, last) + slack);
    twins.add(GOOD.replace('-', '+').replace('_', '/').replace(".", "=."));
    twins.add(GOOD.substring(0, 10) + "\n" + GOOD.substring(10));
    return twins;
  }

  @ParameterizedTest
  @Tag("C061")
  @MethodSource("twins")
  void refusesEverySpellingButOne(String twin) {
    assertThat(tokens.verify(twin)).isEmpty();
  }

  @Test
  @Tag("C061")
  void refusesEveryTokenThatDiffersInOneCharacter() {
    for (var i = 0; i < GOOD.length(); i++) {
      var other = GOOD.charAt(i) == 'A' ? 'B' : 'A';
      var changed = GOOD.substring(0, i) + other + GOOD.substring(i + 1);

      assertThat(tokens.verify(changed)).as("character %d", i).isEmpty();
    }
  }

  @Test
  @Tag("C061")
  void refusesASignatureThatIsCutOrLengthened() {
    var input = GOOD.substring(0, GOOD.lastIndexOf('.'));
    var mac = Forge.mac(input);

    for (var length = 0; length <= 40; length++) {
      var signature = Arrays.copyOf(mac, length);
      assertThat(tokens.verify(input + "." + Forge.encode(signature)).isPresent())
          .as("%d bytes", length)
          .isEqualTo(length == 32);
    }
  }

  @ParameterizedTest
  @Tag("C062")
  @ValueSource(
      strings = {
        "\"none\"",
        "\"None\"",
        "\"NONE\"",
        "\"nOnE\"",
        "\"\"",
        "null",
        "256",
        "[\"HS256\"]",
        "\"hs256\"",
        "\"HS256 \"",
        "true",
        "{}"
      })
  void refusesEveryOtherAlgorithm(String alg) {
    var forged = new Forge().header("alg", alg).sign();

    assertThat(tokens.verify(forged)).isEmpty();
    assertThat(tokens.verify(forged.substring(0, forged.lastIndexOf('.') + 1))).isEmpty();
  }

  @Test
  @Tag("C062")
  void refusesATokenWithoutAlgorithmOrSignature() {
    assertThat(tokens.verify(new Forge().without("alg").sign())).isEmpty();
    assertThat(tokens.verify(GOOD.substring(0, GOOD.lastIndexOf('.') + 1))).isEmpty();
    assertThat(tokens.verify(GOOD.substring(0, GOOD.lastIndexOf('.')))).isEmpty();
  }

  @ParameterizedTest
  @Tag("C063")
  @ValueSource(strings = {"HS384", "HS512", "RS256", "PS256", "ES256", "EdDSA", "A128KW", "dir"})
  void refusesAnAlgorithmThatTheKeyIsNotFor(String alg) {
    assertThat(tokens.verify(new Forge().header("alg", "\"" + alg + "\"").sign())).isEmpty();
  }

  @ParameterizedTest
  @Tag("C065")
  @ValueSource(
      strings = {
        "\"zip\":\"DEF\"", "\"crit\":[\"b64\"],\"b64\":false", "\"crit\":[]", "\"b64\":false",
        "\"p2c\":2147483647", "\"cty\":\"JWT\"", "\"enc\":\"A128GCM\"", "\"x\":\"y\""
      })
  void refusesAnyFurtherHeaderMember(String member) {
    var header = new Forge().headerJson();
    var widened = header.substring(0, header.length() - 1) + "," + member + "}";

    assertThat(tokens.verify(Forge.sign(widened, new Forge().payloadJson()))).isEmpty();
  }

  @Test
  @Tag("C065")
  void refusesOtherSerializationsAndSizes() {
    var parts = GOOD.split("\\.", -1);

    assertThat(tokens.verify("")).isEmpty();
    assertThat(tokens.verify("..")).isEmpty();
    assertThat(tokens.verify(parts[0] + "." + parts[1])).isEmpty();
    assertThat(tokens.verify(GOOD + ".AAAA")).isEmpty();
    assertThat(tokens.verify(GOOD + ".AAAA.AAAA")).isEmpty();
    assertThat(
            tokens.verify(
                "{\"protected\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\"}"
                    .formatted(parts[0], parts[1], parts[2])))
        .isEmpty();
    assertThat(tokens.verify("a".repeat(1 << 20))).isEmpty();
    assertThat(tokens.verify(".".repeat(4096))).isEmpty();
  }

  @Test
  @Tag("C065")
  void refusesWhatExceedsFourKibibytes() {
    var fits = new Forge().claim("padding", "\"" + "x".repeat(2400) + "\"").sign();
    var exceeds = new Forge().claim("padding", "\"" + "x".repeat(2800) + "\"").sign();

    assertThat(fits).hasSizeLessThanOrEqualTo(4096);
    assertThat(tokens.verify(fits)).isPresent();
    assertThat(exceeds).hasSizeGreaterThan(4096);
    assertThat(tokens.verify(exceeds)).isEmpty();
  }

  @ParameterizedTest
  @Tag("C066")
  @ValueSource(
      strings = {
        "\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}", "\"jwk\":\"x\"", "\"x5c\":[\"MIIB\"]",
        "\"jku\":\"http://127.0.0.1:9/\"", "\"x5u\":\"http://127.0.0.1:9/\"", "\"x5t\":\"AAAA\""
      })
  void refusesAHeaderThatBringsItsOwnKey(String member) {
    var header = new Forge().headerJson();
    var widened = header.substring(0, header.length() - 1) + "," + member + "}";

    assertThat(tokens.verify(Forge.sign(widened, new Forge().payloadJson()))).isEmpty();
  }

  @ParameterizedTest
  @Tag("C067")
  @ValueSource(
      strings = {
        "\"unknown\"",
        "\"\"",
        "\"../../../dev/null\"",
        "\"' OR 1=1--\"",
        "[\"a\"]",
        "1",
        "null"
      })
  void refusesAnyOtherKeyId(String kid) {
    assertThat(tokens.verify(new Forge().header("kid", kid).sign())).isEmpty();
    assertThat(tokens.verify(new Forge().without("kid").sign())).isEmpty();
  }

  @ParameterizedTest
  @Tag("C068")
  @ValueSource(strings = {"at+jwt", "AT+JWT", "application/at+jwt", "Application/AT+JWT"})
  void acceptsTheTypeOfAccessTokens(String typ) {
    assertThat(tokens.verify(new Forge().header("typ", "\"" + typ + "\"").sign())).isPresent();
  }

  @ParameterizedTest
  @Tag("C068")
  @ValueSource(
      strings = {
        "\"JWT\"",
        "\"rt+jwt\"",
        "\"logout+jwt\"",
        "\"dpop+jwt\"",
        "[\"at+jwt\"]",
        "\"\"",
        "null",
        "\"text/at+jwt\"",
        "\"at+jwt \"",
        "\"application/application/at+jwt\""
      })
  void refusesEveryOtherType(String typ) {
    assertThat(tokens.verify(new Forge().header("typ", typ).sign())).isEmpty();
    assertThat(tokens.verify(new Forge().without("typ").sign())).isEmpty();
  }

  @Test
  void refusesHeadersAndPayloadsThatAreNotStrictJson() {
    var header = new Forge().headerJson();
    var payload = new Forge().payloadJson();

    assertThat(tokens.verify(Forge.sign(header, payload))).isPresent();
    for (var bad :
        List.of("", "[]", "null", "\"x\"", "{", "{'a':'b'}", "{a:1}", "{\"a\":1,}", "{}{}")) {
      assertThat(tokens.verify(Forge.sign(bad, payload))).as(bad).isEmpty();
      assertThat(tokens.verify(Forge.sign(header, bad))).as(bad).isEmpty();
    }
    assertThat(tokens.verify(Forge.sign(header, payload + "x"))).isEmpty();
    assertThat(tokens.verify(Forge.sign(header, payload + "/**/"))).isEmpty();
    assertThat(tokens.verify(Forge.sign(header, ")]}'\n" + payload))).isEmpty();
    assertThat(tokens.verify(Forge.sign(header, "\ufeff" + payload))).isEmpty();
    assertThat(tokens.verify(Forge.sign(header, payload.replace(",", ";")))).isEmpty();
  }

  @Test
  void refusesWhatIsNoUtf8() {
    var header = Forge.encode(new Forge().headerJson());
    var claims = new Forge().claim("role", "\"us?r\"").payloadJson();
    var bytes = claims.getBytes(StandardCharsets.ISO_8859_1);
    bytes[claims.indexOf('?')] = (byte) 0xe9;

    var input = header + "." + Forge.encode(bytes);

    assertThat(tokens.verify(input + "." + Forge.encode(Forge.mac(input)))).isEmpty();
  }

  @ParameterizedTest
  @Tag("C070")
  @ValueSource(strings = {"alg", "kid", "typ"})
  void refusesAHeaderThatNamesAMemberTwice(String name) {
    var header = new Forge().headerJson();
    var twice = header.replace("\"" + name + "\":", "\"" + name + "\":\"x\",\"" + name + "\":");

    assertThat(tokens.verify(Forge.sign(twice, new Forge().payloadJson()))).isEmpty();
  }
}
