package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Fields that hold what they must not: named in the answer, never quoted, nothing done.
class FieldsTest {
  private static final RestServer SERVER = RestServer.start();
  private static final Map<String, String> GOOD =
      Map.of(
          "/auth/register", "\"email\":\"f@example.test\",\"password\":\"correct horse\"",
          "/auth/login", "\"login\":\"f@example.test\",\"password\":\"correct horse\"",
          "/auth/refresh", "\"refresh_token\":\"x\"",
          "/auth/logout", "\"refresh_token\":\"x\"");

  private final RestClient client = SERVER.client();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  static final List<String> NO_STRINGS =
      List.of("12345678901234567", "true", "[\"a@example.test\"]", "{}", "1e309", "1.5", "-0");

  @ParameterizedTest
  @FieldSource("NO_STRINGS")
  @Tag("C016")
  @Tag("C021")
  void convertsNothing(String value) {
    var before = SERVER.hasher.hashes();

    for (var fault : faults(value)) {
      var answer = client.post(fault.route(), fault.body());
      assertThat(answer.status()).as(fault.body()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("validation_failed");
      assertThat(errors(answer)).containsExactly(fault.field() + " invalid_type");
    }
    assertThat(SERVER.hasher.hashes()).isEqualTo(before);
  }

  @Test
  @Tag("C013")
  void asksForWhatIsMissing() {
    for (var fault : faults("null")) {
      if (!fault.field().equals("login")) {
        assertThat(errors(client.post(fault.route(), fault.body())))
            .containsExactly(fault.field() + " required");
      }
    }
    assertThat(errors(client.post("/auth/register", "{}")))
        .containsExactly("email required", "password required");
    assertThat(errors(client.post("/auth/login", "{\"password\":\"correct horse\"}")))
        .containsExactly("login required");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  @Tag("C013")
  void refusesBlanks(String blank) {
    var email =
        client.post(
            "/auth/register", "{\"email\":\"" + blank + "\",\"password\":\"correct horse\"}");
    var login =
        client.post("/auth/login", "{\"login\":\"" + blank + "\",\"password\":\"correct horse\"}");

    assertThat(errors(email)).containsExactly("email required");
    assertThat(errors(login)).containsExactly("login required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "' OR '1'='1",
        "\\\"; DROP TABLE users;--",
        "\\\\",
        "$1",
        "%",
        "_",
        "{{7*7}}",
        "#{7*7}",
        "${jndi:ldap://127.0.0.1/x}",
        "a\\u0000b",
        "\\u0000"
      })
  @Tag("C017")
  @Tag("C019")
  void takesNoCodeForANameAndQuotesNone(String text) {
    for (var field : List.of("email", "username", "image_url")) {
      var good = field.equals("email") ? "" : "\"email\":\"c@example.test\",";
      var answer =
          client.post(
              "/auth/register",
              "{" + good + "\"" + field + "\":\"" + text + "\",\"password\":\"correct horse\"}");

      assertThat(answer.status()).as(field).isEqualTo(400);
      assertThat(errors(answer)).containsExactly(field + " invalid_" + field);
      assertThat(answer.raw().body()).doesNotContain("DROP", "jndi", "7*7");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\\u0000b",
        "a\\u202eb",
        "a\\u2066b",
        "a\\u200bb",
        "\\ufeffa",
        "a\\u0007b",
        "a\\nb",
        ""
      })
  @Tag("C019")
  @Tag("C022")
  void refusesNamesThatDeceive(String name) {
    var answer =
        client.post(
            "/auth/register",
            "{\"email\":\"n@example.test\",\"password\":\"correct horse\",\"name\":\""
                + name
                + "\"}");

    assertThat(errors(answer)).containsExactly("name invalid_name");
  }

  @Test
  @Tag("C022")
  void countsNamesInCodePoints() {
    var hundred = "\uD83D\uDE00".repeat(100);

    var fits = client.post("/auth/register", named("long1@example.test", hundred));
    var tooLong = client.post("/auth/register", named("long2@example.test", hundred + "x"));

    assertThat(fits.status()).isEqualTo(201);
    assertThat(fits.text("name")).isEqualTo(hundred);
    assertThat(errors(tooLong)).containsExactly("name invalid_name");
  }

  @Test
  @Tag("C019")
  void takesNoControlsInAPassword() {
    for (var route : List.of("/auth/register", "/auth/login")) {
      var body = "{\"email\":\"p@example.test\",\"password\":\"correct\\u0000horse\"}";
      assertThat(client.post(route, body).code()).isEqualTo("password_malformed");
    }
  }

  @Test
  void refusesUnknownMembersAndDoesNotQuoteStrangeOnes() {
    var known = client.post("/auth/login", body("/auth/login", "is_admin", "true"));
    var strange = client.post("/auth/login", body("/auth/login", "<b>x</b>", "1"));

    assertThat(known.code()).isEqualTo("unknown_field");
    assertThat(errors(known)).containsExactly("is_admin unknown_field");
    assertThat(strange.raw().body()).doesNotContain("<b>");
  }

  private record Fault(String route, String field, String body) {}

  private static List<Fault> faults(String value) {
    var faults = new ArrayList<Fault>();
    GOOD.forEach((route, members) -> {
      for (var member : members.split(",", -1)) {
        var field = member.substring(1, member.indexOf('"', 1));
        faults.add(
            new Fault(
                route, field, "{" + members.replace(member, "\"" + field + "\":" + value) + "}"));
      }
    });
    return faults;
  }

  private static String body(String route, String extra, String value) {
    return "{" + GOOD.get(route) + ",\"" + extra + "\":" + value + "}";
  }

  private static String named(String email, String name) {
    return "{\"email\":\"%s\",\"password\":\"correct horse\",\"name\":\"%s\"}"
        .formatted(email, name);
  }

  static List<String> errors(RestClient.Answer answer) {
    var errors = new ArrayList<String>();
    answer
        .json()
        .path("errors")
        .forEach(
            error -> errors.add(error.path("field").asText() + " " + error.path("code").asText()));
    return errors;
  }
}
