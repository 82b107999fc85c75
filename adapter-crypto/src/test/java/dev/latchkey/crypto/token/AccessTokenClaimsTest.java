package dev.latchkey.crypto.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is refused for its claims, although the right key signed it.
class AccessTokenClaimsTest {
  private static final long NOW = Fixtures.NOW.getEpochSecond();

  private final JwtAccessTokens tokens = Fixtures.accessTokens();

  @ParameterizedTest
  @Tag("C069")
  @ValueSource(strings = {"exp", "iat", "nbf"})
  void refusesTimesThatAreNoWholeSeconds(String claim) {
    assertRefused(new Forge().without(claim));
    for (var json :
        new String[] {
          "null",
          "\"9999999999\"",
          "-1",
          "1e308",
          "1e9",
          "1790000000.0",
          "1790000000.5",
          "true",
          "[]",
          "{}",
          "99999999999999999999",
          "01790000000",
          "NaN",
          "Infinity"
        }) {
      assertRefused(new Forge().claim(claim, json));
    }
  }

  @ParameterizedTest
  @Tag("C069")
  @CsvSource({"-31,false", "-30,true", "0,true", "929,true", "930,false"})
  void believesATokenFromItsBeginningToItsEndGiveOrTakeThirtySeconds(
      long offset, boolean believed) {
    var then = Fixtures.accessTokens(InstantSource.fixed(Fixtures.NOW.plusSeconds(offset)));

    var verified = then.verify(new Forge().sign());

    assertThat(verified.isPresent()).isEqualTo(believed);
  }

  @Test
  @Tag("C069")
  void refusesATokenFromTheFuture() {
    assertBelieved(new Forge().claim("nbf", "" + (NOW + 30)));
    assertRefused(new Forge().claim("nbf", "" + (NOW + 31)));
    assertBelieved(new Forge().claim("iat", "" + (NOW + 30)));
    assertRefused(new Forge().claim("iat", "" + (NOW + 31)));
  }

  @Test
  @Tag("C069")
  void refusesATokenThatLivesTooLongOrBackwards() {
    assertBelieved(new Forge().claim("exp", "" + (NOW + 900)));
    assertRefused(new Forge().claim("exp", "" + (NOW + 901)));
    assertRefused(new Forge().claim("exp", "999999999999"));
    assertRefused(new Forge().claim("exp", "" + NOW));
    assertRefused(new Forge().claim("iat", "0"));
  }

  @ParameterizedTest
  @Tag("C070")
  @ValueSource(
      strings = {
        "\"https://auth.example/\"",
        "\"https://AUTH.example\"",
        "\"http://auth.example\"",
        "\"\"",
        "null",
        "[\"https://auth.example\"]",
        "1"
      })
  void refusesEveryOtherIssuer(String iss) {
    assertRefused(new Forge().claim("iss", iss));
    assertRefused(new Forge().without("iss"));
  }

  @ParameterizedTest
  @Tag("C070")
  @ValueSource(
      strings = {"\"latchkey\"", "[\"latchkey\"]", "[\"a\",\"b\",\"c\",\"d\",\"latchkey\"]"})
  void acceptsOurAudienceAmongFive(String aud) {
    assertBelieved(new Forge().claim("aud", aud));
  }

  @ParameterizedTest
  @Tag("C070")
  @ValueSource(
      strings = {
        "\"other\"",
        "\"Latchkey\"",
        "\"latchkey \"",
        "[]",
        "[\"other\"]",
        "{\"latchkey\":1}",
        "[\"latchkey\",1]",
        "[[\"latchkey\"]]",
        "null",
        "[\"a\",\"b\",\"c\",\"d\",\"e\",\"latchkey\"]"
      })
  void refusesEveryOtherAudience(String aud) {
    assertRefused(new Forge().claim("aud", aud));
    assertRefused(new Forge().without("aud"));
  }

  @ParameterizedTest
  @Tag("C070")
  @ValueSource(strings = {"sub", "sid", "jti"})
  void refusesIdsThatAreNotCanonicalUuids(String claim) {
    assertRefused(new Forge().without(claim));
    for (var json :
        new String[] {
          "null",
          "1",
          "\"\"",
          "\"nobody\"",
          "\"1-1-1-1-1\"",
          "\"{01980000-0000-7000-8000-000000000001}\"",
          "\"01980000000070008000000000000001\"",
          "\"0198ABCD-0000-7000-8000-000000000001\"",
          "\"01980000-0000-7000-8000-00000000000g\"",
          "[\"01980000-0000-7000-8000-000000000001\"]"
        }) {
      assertRefused(new Forge().claim(claim, json));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"refresh\"", "\"Access\"", "\"\"", "null", "[\"access\"]"})
  void refusesEveryOtherType(String type) {
    assertRefused(new Forge().claim("type", type));
    assertRefused(new Forge().without("type"));
  }

  @Test
  void refusesABearerThatIsNotDescribed() {
    assertRefused(new Forge().without("role"));
    assertRefused(new Forge().claim("role", "[\"admin\"]"));
    assertRefused(new Forge().claim("role", "\"Admin\""));
    assertRefused(new Forge().without("email"));
    assertRefused(new Forge().claim("email", "1"));
    assertRefused(new Forge().claim("preferred_username", "1"));
    assertBelieved(new Forge().without("preferred_username"));
  }

  @Test
  void believesAUsersTokenOfAnEarlierRelease() {
    assertBelieved(new Forge().without("client_id").without("auth_time"));
  }

  @ParameterizedTest
  @Tag("C070")
  @ValueSource(strings = {"\"reports\"", "\"\"", "1", "[\"latchkey\"]"})
  void refusesAUsersTokenOfAnotherClient(String client) {
    assertRefused(new Forge().claim("client_id", client));
  }

  @Test
  @Tag("C070")
  void refusesAClientsTokenThatIsNotItsOwnSubject() {
    assertThat(tokens.verifyClient(Forge.ofClient().sign())).isPresent();
    for (var forge :
        new Forge[] {
          Forge.ofClient().claim("sub", "\"billing\""),
          Forge.ofClient().claim("sub", "\"01980000-0000-7000-8000-000000000001\""),
          Forge.ofClient().claim("client_id", "\"billing\""),
          Forge.ofClient().claim("sub", "\"latchkey\"").claim("client_id", "\"latchkey\""),
          Forge.ofClient().without("sub").without("client_id"),
          Forge.ofClient().without("client_id"),
          Forge.ofClient().claim("sid", "\"01980000-0000-7000-8000-000000000002\""),
          Forge.ofClient().claim("type", "\"refresh\""),
          Forge.ofClient().claim("scope", "\"a  b\""),
          Forge.ofClient().claim("scope", "[\"a\"]"),
          Forge.ofClient().claim("iss", "\"https://auth.example/\""),
          Forge.ofClient().claim("aud", "\"other\""),
          Forge.ofClient().claim("exp", "" + (NOW - 31)).claim("iat", "" + (NOW - 900)),
          Forge.ofClient().claim("nbf", "" + (NOW + 31)),
          Forge.ofClient().claim("exp", "" + (NOW + 901))
        }) {
      assertThat(tokens.verifyClient(forge.sign())).as(forge.payloadJson()).isEmpty();
    }
  }

  @Test
  void takesNoUsersTokenForAClients() {
    var both = new Forge().claim("sub", "\"reports\"").claim("client_id", "\"reports\"");

    assertThat(tokens.verifyClient(new Forge().sign())).isEmpty();
    assertThat(tokens.verifyClient(both.sign())).isEmpty();
    assertThat(tokens.verify(both.sign())).isEmpty();
    assertThat(tokens.verify(Forge.ofClient().sign())).isEmpty();
  }

  @ParameterizedTest
  @Tag("C070")
  @ValueSource(
      strings = {
        "iss",
        "aud",
        "sub",
        "sid",
        "client_id",
        "jti",
        "iat",
        "nbf",
        "exp",
        "type",
        "role"
      })
  void refusesAPayloadThatNamesAClaimTwice(String name) {
    var payload = new Forge().payloadJson();
    var value = payload.replaceFirst(".*\"" + name + "\":(\"[^\"]*\"|\\d+).*", "$1");
    var twice = "{\"" + name + "\":" + value + "," + payload.substring(1);
    var escaped =
        twice.replaceFirst("\"" + name.charAt(0), "\"\\\\u00%02x".formatted((int) name.charAt(0)));

    assertThat(tokens.verify(Forge.sign(new Forge().headerJson(), twice))).isEmpty();
    assertThat(tokens.verify(Forge.sign(new Forge().headerJson(), escaped))).isEmpty();
  }

  @Test
  void refusesValuesThatNest() {
    assertRefused(new Forge().claim("deep", "[".repeat(500) + "]".repeat(500)));
    assertRefused(new Forge().claim("cnf", "{\"jkt\":\"x\"}"));
  }

  private void assertBelieved(Forge forge) {
    assertThat(tokens.verify(forge.sign())).as(forge.payloadJson()).isPresent();
  }

  private void assertRefused(Forge forge) {
    assertThat(tokens.verify(forge.sign())).as(forge.payloadJson()).isEmpty();
  }
}
