package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who may make which call. A new route fails here until somebody says so.
class RouteMatrixTest {
  private static final RestServer SERVER = RestServer.start();
  private static final String ID = "0190a0a0-0000-7000-8000-00000000ffff";

  /// One call and the statuses that nobody in particular, a user and an admin get, on users and
  /// sessions that do not exist and on an empty JSON object.
  record Call(String method, String path, int anonymous, int user, int admin) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /// The table: every route of this module that takes part in the API.
  static final List<Call> CALLS =
      List.of(
          new Call("POST", "/auth/register", 400, 400, 400),
          new Call("POST", "/auth/login", 400, 400, 400),
          new Call("POST", "/auth/token", 415, 415, 415),
          new Call("POST", "/auth/refresh", 400, 400, 400),
          new Call("POST", "/auth/logout", 400, 400, 400),
          new Call("GET", "/auth/me", 401, 200, 200),
          new Call("GET", "/users/me", 401, 200, 200),
          new Call("PATCH", "/auth/me", 401, 200, 200),
          new Call("POST", "/auth/password/change", 401, 400, 400),
          new Call("POST", "/auth/password/forgot", 400, 400, 400),
          new Call("POST", "/auth/password/reset", 400, 400, 400),
          new Call("POST", "/auth/email/verification", 400, 400, 400),
          new Call("POST", "/auth/email/verify", 400, 400, 400),
          new Call("POST", "/auth/email/change", 401, 400, 400),
          new Call("GET", "/auth/sessions", 401, 200, 200),
          new Call("DELETE", "/auth/sessions/{sessionId}", 401, 404, 404),
          new Call("POST", "/auth/api-keys", 401, 400, 400),
          new Call("GET", "/auth/api-keys", 401, 200, 200),
          new Call("DELETE", "/auth/api-keys/{keyId}", 401, 404, 404),
          new Call("GET", "/auth/stats", 401, 403, 200),
          new Call("GET", "/users", 401, 403, 200),
          new Call("GET", "/users/{id}", 401, 404, 404),
          new Call("PUT", "/users/{id}", 401, 404, 404),
          new Call("PATCH", "/users/{id}", 401, 404, 404),
          new Call("DELETE", "/users/{id}", 401, 404, 404),
          new Call("POST", "/users/{id}/password-reset", 401, 403, 404),
          new Call("GET", "/users/{id}/sessions", 401, 403, 404),
          new Call("DELETE", "/users/{id}/sessions", 401, 403, 404),
          new Call("DELETE", "/users/{id}/sessions/{sessionId}", 401, 403, 404),
          new Call("GET", "/users/{id}/api-keys", 401, 403, 404),
          new Call("DELETE", "/users/{id}/api-keys/{keyId}", 401, 403, 404),
          new Call("POST", "/clients", 401, 403, 400),
          new Call("GET", "/clients", 401, 403, 200),
          new Call("GET", "/clients/{id}", 401, 403, 404),
          new Call("PATCH", "/clients/{id}", 401, 403, 404),
          new Call("DELETE", "/clients/{id}", 401, 403, 404),
          new Call("POST", "/clients/{id}/secrets", 401, 403, 404),
          new Call("DELETE", "/clients/{id}/secrets/{secretId}", 401, 403, 404),
          new Call("POST", "/auth/introspect", 415, 415, 415),
          new Call("POST", "/auth/revoke", 415, 415, 415),
          new Call("GET", "/audit", 401, 403, 200),
          new Call("GET", "/metrics", 401, 403, 200),
          new Call("GET", "/.well-known/jwks.json", 200, 200, 200),
          new Call("GET", "/.well-known/oauth-authorization-server", 200, 200, 200),
          new Call("GET", "/.well-known/openid-configuration", 200, 200, 200),
          new Call("GET", "/auth/health", 200, 200, 200),
          new Call("GET", "/health/liveness", 200, 200, 200),
          new Call("GET", "/health/readiness", 200, 200, 200));

  /// Routes beside the API: its description, and the pages that mails lead to.
  private static final List<Call> PAGES =
      List.of(
          new Call("GET", "/account/verify-email", 200, 200, 200),
          new Call("GET", "/account/reset-password", 200, 200, 200),
          new Call("GET", "/account/change-email", 200, 200, 200),
          new Call("GET", "/account/assets/{file}", 404, 404, 404),
          new Call("GET", "/openapi.yaml", 200, 200, 200),
          new Call("GET", "/docs", 200, 200, 200),
          new Call("GET", "/docs/{file}", 404, 404, 404));

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  static Stream<Call> calls() {
    return Stream.concat(CALLS.stream(), PAGES.stream());
  }

  @ParameterizedTest
  @MethodSource("calls")
  @Tag("C114")
  @Tag("C115")
  void letsInWhoMayCome(Call call) {
    var client = SERVER.client();
    var name = Integer.toHexString(call.toString().hashCode());

    assertThat(status(client, call)).as("anonymous").isEqualTo(call.anonymous());
    assertThat(status(client.as(name + "@example.test"), call)).as("user").isEqualTo(call.user());
    assertThat(status(SERVER.admin(name + "@admin.test"), call))
        .as("admin")
        .isEqualTo(call.admin());
  }

  @Test
  @Tag("C115")
  void knowsEveryRoute() {
    var routes =
        SERVER
            .context()
            .getBean(Router.class)
            .uriRoutes()
            .map(route ->
                route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString())
            .filter(route -> !route.startsWith("HEAD "))
            .distinct();

    assertThat(routes).containsExactlyInAnyOrderElementsOf(calls().map(Call::toString).toList());
  }

  private static int status(RestClient client, Call call) {
    return send(client, call).status();
  }

  /// Makes a call on what does not exist, with an empty object where there is a body.
  static RestClient.Answer send(RestClient client, Call call) {
    var path = call.path().replaceAll("\\{.*?\\}", ID);
    return call.method().matches("GET|DELETE")
        ? client.send(call.method(), path, null, null)
        : client.send(call.method(), path, "{}", "application/json");
  }
}
