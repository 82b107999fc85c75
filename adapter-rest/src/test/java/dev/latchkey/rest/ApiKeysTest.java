package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Keys by which programs act for people.
class ApiKeysTest {
  private final RestServer server = RestServer.start();
  private final RestClient client = server.client();
  private final RestClient me = client.as("ann@example.test");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void tellsAKeyOnceAndListsItWithout() {
    var made = me.makeKey("account:read");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("Cache-Control")).isEqualTo("no-store");
    assertThat(names(made.json()))
        .containsExactly("id", "name", "scopes", "hint", "created_at", "expires_at", "key");
    assertThat(made.text("key")).matches("lkp_[0-9A-Za-z]{49}").startsWith(made.text("hint"));
    assertThat(made.text("expires_at"))
        .isEqualTo(server.clock.instant().plus(Duration.ofDays(90)).toString());
    var list = me.get("/auth/api-keys");
    assertThat(list.raw().body()).doesNotContain(made.text("key"));
    assertThat(list.json().path("items")).hasSize(1);
    assertThat(names(list.json().at("/items/0")))
        .containsExactly("id", "name", "scopes", "hint", "created_at", "expires_at");
    assertThat(list.json().at("/items/0/scopes/0").asText()).isEqualTo("account:read");
  }

  @Test
  void actsForItsUserAndSaysWhenItWasUsed() {
    var key = me.withKey("account:read");

    assertThat(key.get("/auth/me").text("email")).isEqualTo("ann@example.test");

    assertThat(me.get("/auth/api-keys").json().at("/items/0/last_used_at").asText())
        .isEqualTo(server.clock.instant().toString());
  }

  @Test
  void refusesAKeyOnceItIsRevokedAndRevokesItTwice() {
    var made = me.makeKey("account:read");
    var key = client.with(made.text("key"));
    assertThat(key.get("/auth/me").status()).isEqualTo(200);

    for (var i = 0; i < 2; i++) {
      assertThat(me.delete("/auth/api-keys/" + made.text("id")).status()).isEqualTo(204);
    }

    var refused = key.get("/auth/me");
    assertThat(refused.code()).isEqualTo("invalid_token");
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    assertThat(me.get("/auth/api-keys").json().path("items")).isEmpty();
  }

  @Test
  @Tag("C083")
  void doesNotTellAForeignKeyFromNone() {
    var stranger = client.as("stranger@example.test");
    var foreign = stranger.makeKey("account:read");

    var taken = me.delete("/auth/api-keys/" + foreign.text("id"));
    var unknown = me.delete("/auth/api-keys/0190a0a0-0000-7000-8000-00000000ffff");

    assertThat(taken.status()).isEqualTo(unknown.status()).isEqualTo(404);
    assertThat(taken.text("detail")).isEqualTo(unknown.text("detail"));
    assertThat(client.with(foreign.text("key")).get("/auth/me").status()).isEqualTo(200);
  }

  @Test
  void letsAnAdminSeeAndRevokeTheKeysOfOthers() {
    var admin = server.admin("boss@example.test");
    var made = me.makeKey("account:read");
    var keys = "/users/" + me.get("/auth/me").text("id") + "/api-keys";

    assertThat(admin.get(keys).json().at("/items/0/id").asText()).isEqualTo(made.text("id"));
    assertThat(admin.delete(keys + "/" + made.text("id")).status()).isEqualTo(204);

    assertThat(client.with(made.text("key")).get("/auth/me").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|name required",
        "{'name':''}|name invalid_name",
        "{'name':7}|name invalid_type",
        "{'name':'n','scopes':'account:read'}|scopes invalid_type",
        "{'name':'n','scopes':[1]}|scopes invalid_type",
        "{'name':'n','scopes':[['a']]}|scopes invalid_type",
        "{'name':'n','scopes':[null]}|scopes invalid_type",
        "{'name':'n','scopes':{'a':'b'}}|scopes invalid_type",
        "{'name':'n','scopes':['a b']}|scopes invalid_value",
        "{'name':'n','scopes':['']}|scopes invalid_value",
        "{'name':'n','expires_at':'tomorrow'}|expires_at invalid_value",
        "{'name':'n','expires_at':'2020-01-01T00:00:00Z'}|expires_at invalid_value",
        "{'name':'n','expires_at':'2999-01-01T00:00:00Z'}|expires_at invalid_value",
        "{'name':'n','user_id':'0190a0a0-0000-7000-8000-00000000ffff'}|user_id unknown_field",
        "{'name':'n','owner':'x'}|owner unknown_field",
        "{'name':'n','sub':'x'}|sub unknown_field",
        "{'name':'n','key':'lkp_x'}|key unknown_field"
      })
  @Tag("C033")
  void refusesWhatIsNoWishForAKeyOfOnesOwn(String body, String fault) {
    var answer = me.post("/auth/api-keys", body.replace('\'', '"'));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(FieldsTest.errors(answer)).containsExactly(fault);
    assertThat(me.get("/auth/api-keys").json().path("items")).isEmpty();
  }

  @Test
  void makesNoMoreThanTwentyFive() {
    for (var i = 0; i < 25; i++) {
      assertThat(me.makeKey().status()).isEqualTo(201);
    }

    var refused = me.makeKey();

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("too_many_api_keys");
  }

  @Test
  @Tag("C116")
  void endsWithItsUser() {
    var admin = server.admin("boss@example.test");
    var key = me.withKey("account:read");
    var user = "/users/" + me.get("/auth/me").text("id");

    assertThat(admin.patch(user, "{\"is_active\":false}").status()).isEqualTo(200);
    assertThat(key.get("/auth/me").status()).isEqualTo(401);
    assertThat(admin.patch(user, "{\"is_active\":true}").status()).isEqualTo(200);
    assertThat(key.get("/auth/me").status()).isEqualTo(401);
  }

  @Test
  @Tag("C118")
  void losesAnAdminsRightsWithTheRole() {
    server.admin("root@example.test");
    var admin = server.admin("boss@example.test");
    var key = admin.withKey("users:read");
    assertThat(key.get("/users").status()).isEqualTo(200);

    admin.patch("/users/" + admin.get("/auth/me").text("id"), "{\"role\":\"user\"}");

    assertThat(key.get("/users").code()).isEqualTo("forbidden");
  }

  @Test
  @Tag("C127")
  void isToldToServicesForAsLongAsItLives() {
    var admin = server.admin("boss@example.test");
    var gateway = ServiceClient.register(server, admin, "gateway");
    var made = me.makeKey("orders:write", "account:read");
    var now = server.clock.instant();

    var json = gateway.introspect(made.text("key")).json();

    assertThat(json.path("active").asBoolean()).isTrue();
    assertThat(json.path("sub").asText()).isEqualTo(me.get("/auth/me").text("id"));
    assertThat(json.path("key_scope").asText()).isEqualTo("account:read orders:write");
    assertThat(json.path("token_type").asText()).isEqualTo("api_key");
    assertThat(json.path("exp").asLong()).isEqualTo(now.plus(Duration.ofDays(90)).getEpochSecond());
    assertThat(json.path("iat").asLong()).isEqualTo(now.getEpochSecond());
    assertThat(json.path("jti").asText()).isEqualTo(made.text("id"));
    assertThat(json.path("role").asText()).isEqualTo("user");
    assertThat(names(json))
        .containsExactlyInAnyOrder(
            "active", "sub", "key_scope", "token_type", "exp", "iat", "iss", "jti", "role");
    assertThat(me.get("/auth/api-keys").json().at("/items/0").has("last_used_at")).isTrue();

    me.delete("/auth/api-keys/" + made.text("id"));
    assertThat(gateway.introspect(made.text("key")).raw().body()).isEqualTo("{\"active\":false}");
    assertThat(gateway.introspect("lkp_" + "A".repeat(49)).raw().body())
        .isEqualTo("{\"active\":false}");
  }

  @Test
  @Tag("C127")
  void isRevokedByAServiceThatIsShownIt() {
    var gateway = ServiceClient.register(server, server.admin("boss@example.test"), "gateway");
    var made = me.makeKey("account:read");

    for (var i = 0; i < 2; i++) {
      var answer = gateway.revoke(made.text("key"));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.raw().body()).isEmpty();
    }

    assertThat(client.with(made.text("key")).get("/auth/me").status()).isEqualTo(401);
    assertThat(me.get("/auth/me").status()).as("the session").isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lkp_", "lkp_x", "lkp_{49}", "LKP_", "lks_"})
  void takesNothingElseForAKey(String prefix) {
    var text = prefix.contains("{49}") ? "lkp_" + "A".repeat(49) : prefix + "A";

    assertThat(client.with(text).get("/auth/me").code()).isEqualTo("invalid_token");
  }

  @Test
  @Tag("C147")
  void blamesNoKeyForALostDatabase() {
    var stores = new BreakableStores();
    try (var breakable = RestServer.on(stores.ports())) {
      var key = breakable.client().as("ann@example.test").withKey("account:read");
      assertThat(key.get("/auth/me").status()).isEqualTo(200);

      stores.broken(true);
      var answer = key.get("/auth/me");

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("Retry-After")).isNotEmpty();
    }
  }

  private static List<String> names(JsonNode node) {
    var names = new ArrayList<String>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
