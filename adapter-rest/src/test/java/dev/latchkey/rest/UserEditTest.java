package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Editing users: oneself, and anyone for admins.
class UserEditTest {
  private final RestServer server = RestServer.start();
  private final RestClient client = server.client();
  private RestClient me = client;
  private RestClient admin = client;
  private String path = "";

  @BeforeEach
  void register() {
    admin = server.admin("boss@example.test");
    me = client.as("me@example.test");
    path = "/users/" + me.get("/auth/me").text("id");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void patchesWhatIsSentAndClearsWhatIsNull() {
    var set = me.patch("/auth/me", "{\"name\":\"Me\",\"username\":\"my.name\"}");
    var cleared = me.patch("/auth/me", "{\"name\":null}");
    var nothing = me.patch("/auth/me", "{}");

    assertThat(set.text("name")).isEqualTo("Me");
    assertThat(set.header("ETag")).isEqualTo("\"1\"");
    assertThat(cleared.json().has("name")).isFalse();
    assertThat(cleared.text("username")).isEqualTo("my.name");
    assertThat(nothing.header("ETag")).isEqualTo(cleared.header("ETag"));
  }

  @Test
  void putsTheWholeProfile() {
    me.patch("/auth/me", "{\"name\":\"Me\",\"username\":\"my.name\"}");

    var put = me.put(path, "{\"image_url\":\"https://example.test/me.png\"}");

    assertThat(put.json().has("name")).isFalse();
    assertThat(put.json().has("username")).isFalse();
    assertThat(put.text("image_url")).isEqualTo("https://example.test/me.png");
    assertThat(put.text("email")).isEqualTo("me@example.test");
    assertThat(put.text("role")).isEqualTo("user");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"0\"|200", "*|200", "\"7\", \"0\"|200", "\"0\",\"1\"|200", " \"0\" |200", "\"1\"|412",
        "W/\"0\"|412", "W/\"0\", \"1\"|412", "\"x\"|412", "0|412", "\"00\"|412", "\"\"|412",
        "\"99999999999999999999\"|412"
      })
  void editsTheVersionThatTheClientSaw(String ifMatch, int status) {
    var answer =
        me.send("PATCH", path, "{\"name\":\"New\"}", "application/json", "If-Match", ifMatch);

    assertThat(answer.status()).isEqualTo(status);
    if (status == 412) {
      assertThat(answer.code()).isEqualTo("version_conflict");
      assertThat(me.get(path).json().has("name")).isFalse();
    }
  }

  @Test
  void comparesVersionsForPutAndOneselfToo() {
    var put = me.send("PUT", path, "{}", "application/json", "If-Match", "\"5\"");
    var self = me.send("PATCH", "/auth/me", "{}", "application/json", "If-Match", "\"5\"");

    assertThat(put.status()).isEqualTo(412);
    assertThat(self.status()).isEqualTo(412);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "role\":\"admin",
        "roles\":\"admin",
        "status\":\"active",
        "is_active\":\"x",
        "is_verified\":\"x",
        "email_verified\":\"x",
        "password_hash\":\"x",
        "password\":\"x",
        "id\":\"x",
        "created_at\":\"x",
        "email\":\"x@example.test",
        "version\":\"9",
        "__proto__\":\"x"
      })
  @Tag("C120")
  void letsNobodyEditMoreThanTheirProfile(String member) {
    var answer = me.patch("/auth/me", "{\"name\":\"X\",\"" + member + "\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("unknown_field");
    assertThat(me.get("/auth/me").json().has("name")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"role\":\"admin\"",
        "\"is_verified\":true",
        "\"is_active\":false",
        "\"email\":\"new@example.test\""
      })
  @Tag("C120")
  void letsOnlyAdminsEditTheRest(String member) {
    var mine = me.patch(path, "{\"name\":\"X\"," + member + "}");
    var admins = admin.patch(path, "{\"name\":\"X\"," + member + "}");

    assertThat(mine.status()).isEqualTo(403);
    assertThat(mine.code()).isEqualTo("forbidden");
    assertThat(admins.status()).isEqualTo(200);
  }

  @Test
  void namesWhatIsWrongWithAnEdit() {
    client.as("taken@example.test").patch("/auth/me", "{\"username\":\"taken\"}");

    assertThat(FieldsTest.errors(admin.patch(path, "{\"role\":\"wizard\"}")))
        .containsExactly("role unknown_role");
    assertThat(FieldsTest.errors(admin.patch(path, "{\"email\":\"x\",\"is_active\":\"no\"}")))
        .containsExactly("is_active invalid_type");
    assertThat(admin.patch(path, "{\"email\":\"TAKEN@example.test\"}").code())
        .isEqualTo("email_taken");
    assertThat(me.patch(path, "{\"username\":\"Taken\"}").code()).isEqualTo("username_taken");
    assertThat(me.patch("/auth/me", "{\"image_url\":\"http://example.test/x\"}").code())
        .isEqualTo("validation_failed");
  }

  @Test
  @Tag("C114")
  void doesNotTellAForeignUserFromNone() {
    var unknown = "/users/0190a0a0-0000-7000-8000-00000000ffff";
    var stranger = client.as("stranger@example.test");

    for (var target : List.of(path, unknown)) {
      for (var answer :
          List.of(
              stranger.get(target),
              stranger.patch(target, "{\"name\":\"X\"}"),
              stranger.put(target, "{}"),
              stranger.delete(target))) {
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("not_found");
      }
      assertThat(stranger.delete(target + "?purge=true").status()).isEqualTo(403);
      assertThat(stranger.get(target + "/sessions").status()).isEqualTo(403);
      assertThat(stranger.delete(target + "/sessions").status()).isEqualTo(403);
    }
    assertThat(me.get(path).json().has("name")).isFalse();
  }

  @Test
  @Tag("C120")
  @Tag("C121")
  void tellsNoSecretOfAnybody() {
    for (var answer :
        List.of(
            me.get("/auth/me"),
            admin.get(path),
            admin.get("/users"),
            admin.get(path + "/sessions"))) {
      assertThat(answer.raw().body())
          .doesNotContain("hash", "quick", "password", "token", "version");
    }
  }
}
