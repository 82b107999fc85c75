package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.rest.RouteMatrixTest.Call;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which calls an API key may make. A route that is not in this table takes none.
class ApiKeyRouteTest {
  private static final RestServer SERVER = RestServer.start();
  private static final List<String> SCOPES =
      List.of("account:read", "users:read", "users:write", "audit:read");

  /// The scope that each call asks for.
  static final Map<String, String> TAKEN =
      Map.of(
          "GET /auth/me", "account:read",
          "GET /users/me", "account:read",
          "GET /auth/stats", "users:read",
          "GET /users", "users:read",
          "GET /users/{id}", "users:read",
          "PUT /users/{id}", "users:write",
          "PATCH /users/{id}", "users:write",
          "DELETE /users/{id}", "users:write",
          "GET /audit", "audit:read");

  private static final RestClient ADMIN = SERVER.admin("boss@example.test");
  private static final RestClient USER = SERVER.client().as("ann@example.test");

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  static Stream<Call> calls() {
    return RouteMatrixTest.calls();
  }

  @ParameterizedTest
  @MethodSource("calls")
  @Tag("C115")
  void takesAKeyOfTheRightScopeWhereItIsForKeysAndNoneElsewhere(Call call) {
    var scope = TAKEN.get(call.toString());
    var others = SCOPES.stream().filter(other -> !other.equals(scope)).toArray(String[]::new);

    var refused = send(ADMIN.withKey(others), call);

    if (call.path().equals("/health/liveness")) {
      assertThat(refused.status()).isEqualTo(200);
      return;
    }
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("insufficient_scope");
    assertThat(refused.header("WWW-Authenticate"))
        .isEqualTo(
            "Bearer error=\"insufficient_scope\""
                + (scope == null ? "" : ", scope=\"" + scope + "\""));
    if (scope != null) {
      assertThat(RouteMatrixTest.send(ADMIN.withKey(scope), call).status()).isEqualTo(call.admin());
      assertThat(RouteMatrixTest.send(USER.withKey(scope), call).status())
          .as("what only an admin may")
          .isEqualTo(scope.equals("account:read") ? 200 : 403);
    }
    ADMIN.revokeKeys();
    USER.revokeKeys();
  }

  /// A call that takes no JSON is sent a form.
  private static RestClient.Answer send(RestClient client, Call call) {
    return call.admin() == 415
        ? client.postForm(call.path(), "a=b")
        : RouteMatrixTest.send(client, call);
  }

  @Test
  void asksForARoleAlsoWhereAUserMightDoItThemselves() {
    var id = USER.get("/auth/me").text("id");
    var key = USER.withKey("users:read", "users:write");

    for (var answer :
        List.of(
            key.get("/users/" + id),
            key.patch("/users/" + id, "{\"name\":\"Eve\"}"),
            key.delete("/users/" + id))) {
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("forbidden");
    }
    assertThat(USER.get("/users/" + id).json().has("name")).isFalse();
  }

  @Test
  void editsAndDeactivatesButPurgesNobody() {
    var id = SERVER.client().register("bob@example.test", RestServer.PASSWORD).text("id");
    var key = ADMIN.withKey("users:write");

    assertThat(key.patch("/users/" + id, "{\"name\":\"Bob\"}").status()).isEqualTo(200);
    var purge = key.delete("/users/" + id + "?purge=true");
    assertThat(purge.status()).isEqualTo(403);
    assertThat(purge.code()).isEqualTo("insufficient_scope");
    assertThat(key.delete("/users/" + id).status()).isEqualTo(204);

    assertThat(ADMIN.get("/users/" + id).json().path("is_active").asBoolean()).isFalse();
    var events = ADMIN.get("/audit?kind=user.deactivated&user_id=" + id).json().path("items");
    assertThat(events).hasSize(1);
    assertThat(events.get(0).path("api_key_id").asText()).isNotEmpty();
    assertThat(events.get(0).has("session_id")).isFalse();
  }

  @Test
  void answersWhatIsNotThereAsToAnybody() {
    var key = USER.withKey();

    assertThat(key.get("/nothing").status()).isEqualTo(404);
    assertThat(key.send("PUT", "/auth/me", "{}", "application/json").status()).isEqualTo(405);
  }
}
