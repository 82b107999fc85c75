package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How admins look after clients.
class ClientsTest {
  private static final RestServer SERVER = RestServer.start();
  private static final RestClient ADMIN = SERVER.admin("boss@example.test");

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void registersAClientAndTellsItsSecretOnce() {
    var created = create("first", "\"users.read\",\"orders.read\",\"users.read\"");

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.header("Location")).isEqualTo("/clients/first");
    assertThat(created.text("client_id")).isEqualTo("first");
    assertThat(created.text("client_secret")).matches("lks_[0-9A-Za-z]{49}");
    assertThat(created.json().path("scopes").toString())
        .isEqualTo("[\"orders.read\",\"users.read\"]");
    assertThat(created.json().path("is_active").asBoolean()).isTrue();
    var shown = ADMIN.get(created.header("Location"));
    assertThat(shown.json().path("secrets")).hasSize(1);
    assertThat(shown.json().at("/secrets/0").has("last_used_at")).isFalse();
    assertThat(ADMIN.get("/clients").json().at("/items").findValuesAsText("client_id"))
        .contains("first");
    assertThat(shown.raw().body() + ADMIN.get("/clients").raw().body()).doesNotContain("lks_");
  }

  @Test
  void refusesASecondClientOfTheSameId() {
    create("twice", "");

    var again = create("twice", "");

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("client_id_taken");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"client_id\":\"Big\",\"name\":\"A\",\"scopes\":[]}|client_id invalid_value",
        "{\"client_id\":\"latchkey\",\"name\":\"A\",\"scopes\":[]}|client_id invalid_value",
        "{\"client_id\":\"ab\",\"name\":\"\",\"scopes\":[]}|name invalid_name",
        "{\"client_id\":\"ab\",\"name\":\"A\",\"scopes\":[\"a b\"]}|scopes invalid_value",
        "{\"client_id\":\"ab\",\"name\":\"A\",\"scopes\":\"a\"}|scopes invalid_type",
        "{\"client_id\":\"ab\",\"name\":\"A\",\"scopes\":[1]}|scopes invalid_type",
        "{\"client_id\":\"ab\",\"name\":\"A\",\"scopes\":[[]]}|scopes invalid_type",
        "{\"client_id\":\"ab\",\"name\":\"A\",\"scopes\":[\"a\",null]}|scopes invalid_type",
        "{\"client_id\":[\"ab\"],\"name\":\"A\",\"scopes\":[]}|client_id invalid_type",
        "{\"client_id\":\"ab\",\"name\":\"A\"}|scopes required",
        "{\"client_id\":\"ab\",\"name\":\"A\",\"scopes\":[],\"secret\":\"x\"}|secret unknown_field",
      })
  void tellsWhatIsWrongWithAClient(String body, String fault) {
    var answer = ADMIN.post("/clients", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(FieldsTest.errors(answer)).containsExactly(fault);
    assertThat(ADMIN.get("/clients/ab").status()).isEqualTo(404);
  }

  @Test
  void edits() {
    create("edited", "\"read\"");

    var edited = ADMIN.patch("/clients/edited", "{\"scopes\":[\"write\"],\"is_active\":false}");

    assertThat(edited.status()).isEqualTo(200);
    assertThat(edited.json().path("scopes").toString()).isEqualTo("[\"write\"]");
    assertThat(edited.json().path("is_active").asBoolean()).isFalse();
    assertThat(edited.text("name")).isEqualTo("A service");
    var shown = ADMIN.get("/clients/edited").json();
    assertThat(shown.path("is_active").asBoolean()).isFalse();
    assertThat(FieldsTest.errors(ADMIN.patch("/clients/edited", "{\"name\":\"\"}")))
        .containsExactly("name invalid_name");
  }

  @Test
  void letsOneSecretTakeOverFromAnother() {
    var old = ServiceClient.register(SERVER, ADMIN, "rotated", "read");
    var added = ADMIN.send("POST", "/clients/rotated/secrets", null, null);
    var renewed = old.with(added.text("client_secret"));

    assertThat(added.status()).isEqualTo(201);
    assertThat(List.of(status(old), status(renewed))).containsExactly(200, 200);
    assertThat(ADMIN.send("POST", "/clients/rotated/secrets", null, null).code())
        .isEqualTo("too_many_secrets");
    var secrets = ADMIN.get("/clients/rotated").json().path("secrets");
    assertThat(secrets).hasSize(2);
    assertThat(secrets.get(0).path("last_used_at").asText()).isNotEmpty();
    var first = "/clients/rotated/secrets/" + secrets.get(0).path("id").asText();
    assertThat(ADMIN.delete(first).status()).isEqualTo(204);
    assertThat(ADMIN.delete(first).status()).isEqualTo(404);
    assertThat(List.of(status(old), status(renewed))).containsExactly(401, 200);
  }

  @Test
  void removes() {
    var client = ServiceClient.register(SERVER, ADMIN, "removed", "read");

    assertThat(ADMIN.delete("/clients/removed").status()).isEqualTo(204);

    assertThat(ADMIN.delete("/clients/removed").status()).isEqualTo(404);
    assertThat(ADMIN.get("/clients/removed").status()).isEqualTo(404);
    assertThat(status(client)).isEqualTo(401);
  }

  private static int status(ServiceClient client) {
    return client.post("/auth/token", "grant_type=client_credentials").status();
  }

  private static RestClient.Answer create(String id, String scopes) {
    return ADMIN.post(
        "/clients",
        "{\"client_id\":\"%s\",\"name\":\"A service\",\"scopes\":[%s]}".formatted(id, scopes));
  }
}
