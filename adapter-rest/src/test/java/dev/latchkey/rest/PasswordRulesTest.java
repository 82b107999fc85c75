package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.password.RawPassword;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a new password must be, and that it is then taken to the letter.
class PasswordRulesTest {
  private static final RestServer SERVER = RestServer.start();
  private static int people;

  private final RestClient client = SERVER.client();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Tag("C034")
  @Test
  void countsCharactersAfterComposing() {
    assertThat(register("seven77").code()).isEqualTo("password_too_short");
    assertThat(register("seven7e\u0301").code()).isEqualTo("password_too_short");
    assertThat(register("eight888").status()).isEqualTo(201);
    assertThat(register("\ud83d\udd11".repeat(7)).code()).isEqualTo("password_too_short");
    assertThat(register("\ud83d\udd11".repeat(8)).status()).isEqualTo(201);
  }

  @Tag("C035")
  @ParameterizedTest
  @CsvSource({
    "password1,password_too_common",
    "P@SSW0RD1,password_too_common",
    "latchkey2026,password_too_common",
    "canary.canary,password_personal",
    "C4n4ry!2026,password_personal",
    "example.test,password_personal"
  })
  void saysWhichRuleIsBrokenAndNotByWhat(String password, String code) {
    var answer =
        client.post(
            "/auth/register",
            "{\"email\":\"canary@example.test\",\"password\":\"%s\"}".formatted(password));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("password");
    assertThat(answer.json().at("/errors/0/code").asText()).isEqualTo(code);
    assertThat(answer.raw().body()).doesNotContainIgnoringCase("canary", "password1");
  }

  @Tag("C035")
  @Test
  void refusesABreachedPasswordAtRegistrationAndChange() {
    SERVER.breached.add(new RawPassword("known from elsewhere"));
    var somebody = client.as(nextEmail());

    var registration = register("known from elsewhere");
    var change = change(somebody, RestServer.PASSWORD, "known from elsewhere");

    assertThat(registration.code()).isEqualTo("password_compromised");
    assertThat(change.code()).isEqualTo("password_compromised");
    assertThat(change.json().at("/errors/0/field").asText()).isEqualTo("new_password");
  }

  @Tag("C035")
  @Test
  void tellsEveryRuleThatIsBroken() {
    var answer =
        client.post(
            "/auth/register", "{\"email\":\"password@example.test\",\"password\":\"password1\"}");

    assertThat(answer.code()).isEqualTo("validation_failed");
    assertThat(answer.json().at("/errors").findValuesAsText("code"))
        .containsExactly("password_too_common", "password_personal");
  }

  @Tag("C036")
  @ParameterizedTest
  @ValueSource(strings = {"\u5b57", "\ud83d\udd11", " ", "~", "."})
  void takesTheLongestOfAnyScript(String character) {
    var email = nextEmail();
    var password = character.repeat(256);

    assertThat(client.register(email, password).status()).isEqualTo(201);
    assertThat(client.logIn(email, password).status()).isEqualTo(200);
    assertThat(client.logIn(email, character.repeat(255)).status()).isEqualTo(401);
  }

  @Tag("C037")
  @Test
  void trimsNothingAndKnowsLetterCase() {
    var email = nextEmail();
    client.register(email, "  two Spaces around  ");

    assertThat(client.logIn(email, "two Spaces around").status()).isEqualTo(401);
    assertThat(client.logIn(email, "  two spaces around  ").status()).isEqualTo(401);
    assertThat(client.logIn(email, "  two Spaces around  ").status()).isEqualTo(200);
  }

  @Tag("C038")
  @Test
  void refusesTheOverLongEverywhereWithoutHashing() {
    var email = nextEmail();
    var somebody = client.as(email);
    var before = SERVER.hasher.hashes();

    for (var tooLong :
        new String[] {"x".repeat(257), "\ud83d\udd11".repeat(257), "\u5b57".repeat(342)}) {
      assertThat(register(tooLong).code()).isEqualTo("password_too_long");
      assertThat(client.logIn(email, tooLong).code()).isEqualTo("password_too_long");
      assertThat(change(somebody, tooLong, "a new password").code()).isEqualTo("password_too_long");
      assertThat(change(somebody, RestServer.PASSWORD, tooLong).code())
          .isEqualTo("password_too_long");
    }
    assertThat(register("x".repeat(1 << 20)).status()).isEqualTo(413);

    assertThat(SERVER.hasher.hashes()).isEqualTo(before);
  }

  @Tag("C058")
  @Test
  void knowsACharacterHoweverItIsComposedButNoLookAlike() {
    var accented = nextEmail();
    var ligature = nextEmail();
    client.register(accented, "r\u00e9sum\u00e9 of it");
    client.register(ligature, "\ufb01sh and chips");

    assertThat(client.logIn(accented, "re\u0301sume\u0301 of it").status()).isEqualTo(200);
    assertThat(client.logIn(ligature, "fish and chips").status()).isEqualTo(401);
    assertThat(client.logIn(ligature, "\ufb01sh and chips").status()).isEqualTo(200);
  }

  private RestClient.Answer register(String password) {
    return client.register(nextEmail(), password);
  }

  private static RestClient.Answer change(RestClient client, String current, String renewed) {
    return client.post(
        "/auth/password/change",
        "{\"current_password\":\"%s\",\"new_password\":\"%s\"}".formatted(current, renewed));
  }

  private static String nextEmail() {
    people++;
    return "somebody" + people + "@example.test";
  }
}
