package dev.latchkey.bootstrap.audit;

import static dev.latchkey.bootstrap.audit.AuditedService.ADMIN;
import static dev.latchkey.bootstrap.audit.AuditedService.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.audit.AuditedService.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Every acknowledged change is in the audit once, under the id of its answer; where the audit
/// cannot be written, there is no change.
@Timeout(300)
class CompletenessTest {
  private static final String NAME = "Canary Ångström";

  /// Calls whose changes come of a link in a mail: the features' own tests have them.
  private static final Set<String> ELSEWHERE =
      Set.of(
          "POST /auth/password/forgot",
          "POST /auth/password/reset",
          "POST /auth/email/verification",
          "POST /auth/email/verify",
          "POST /auth/email/change");

  @TempDir private static Path home;
  private static AuditedService service;

  private final Set<String> walked = new TreeSet<>();
  private final List<String> secrets = new ArrayList<>(List.of(PASSWORD, NAME, "canary", "img.x"));

  @BeforeAll
  static void start() {
    service = new AuditedService(home);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  @Tag("C143")
  void hasEachChangeOnceUnderTheIdOfItsAnswerAndNoSecret() {
    var admin = service.logIn(ADMIN, PASSWORD);
    assertThat(service.kinds(admin)).containsExactly("login.succeeded");
    var boss = admin.text("access_token");
    var ann = registered("ann");
    var first = loggedIn("ann", PASSWORD);
    var token = first.text("access_token");
    var form = "username=canary-ann@example.test&password=" + PASSWORD;
    var second = changes("POST /auth/token", "", form, "login.succeeded");
    var third = changes("POST /auth/login", "", form, "login.succeeded");

    writesNothing("GET /auth/me", token, "");
    writesNothing("POST /auth/refresh", "", refreshing(third));
    changes("PATCH /auth/me", token, "{\"name\":\"" + NAME + "\"}", "user.edited");
    writesNothing("PATCH /auth/me", token, "{}");
    writesNothing("PATCH /auth/me", token, "{\"name\":\"" + NAME + "\"}");
    changes(
        "POST /auth/password/change",
        token,
        "{\"current_password\":\"%s\",\"new_password\":\"%s\"}".formatted(PASSWORD, PASSWORD + "2"),
        "password.changed");
    var other = loggedIn("ann", PASSWORD + "2");
    changes("DELETE /auth/sessions/" + session(other), token, "", "session.ended");
    var last = loggedIn("ann", PASSWORD + "2");
    changes("POST /auth/logout", "", refreshing(last), "session.ended");
    writesNothing("POST /auth/logout", "", refreshing(last));
    loggedIn("ann", PASSWORD + "2");
    changes("POST /auth/logout?scope=others", "", refreshing(first), "sessions.ended");
    changes("POST /auth/logout?scope=all", "", refreshing(first), "sessions.ended");

    var user = "/users/" + ann.text("id");
    changes("PATCH " + user, boss, "{\"image_url\":\"https://img.x/canary\"}", "user.edited");
    changes("PUT " + user, boss, "{\"username\":\"canary-ann\"}", "user.edited");
    changes("PATCH " + user, boss, "{\"role\":\"customer\"}", "role.changed");
    changes("PATCH " + user, boss, "{\"is_active\":false}", "user.deactivated");
    changes("PATCH " + user, boss, "{\"is_active\":true}", "user.reactivated");
    changes("POST " + user + "/password-reset", boss, "", "password_reset.requested");
    var device = loggedIn("ann", PASSWORD + "2");
    changes("DELETE " + user + "/sessions/" + session(device), boss, "", "session.ended");
    loggedIn("ann", PASSWORD + "2");
    changes("DELETE " + user + "/sessions", boss, "", "sessions.ended");
    changes("DELETE " + user, boss, "", "user.deactivated");
    writesNothing("DELETE " + user, boss, "");
    changes("DELETE " + user + "?purge=true", boss, "", "user.purged");

    var failed = service.logIn("canary-nobody@example.test", "canary-wrong");
    assertThat(failed.status()).isEqualTo(401);
    assertThat(service.kinds(failed)).containsExactly("login.failed");
    assertThat(second.status()).isEqualTo(200);
    assertWalkedEveryChange();
    assertThat(String.join("\n", service.query("SELECT a::text FROM auth.audit a")))
        .isNotEmpty()
        .doesNotContainIgnoringCase(secrets.toArray(String[]::new));
  }

  /// A new route that changes something fails here until somebody says what it writes.
  private void assertWalkedEveryChange() {
    var described = service.call("GET /openapi.yaml", "", "").body();
    var changing = new TreeSet<String>();
    var path = "";
    var line =
        Pattern.compile("(?m)^  (/\\S*):$|^    (post|put|patch|delete):$").matcher(described);
    while (line.find()) {
      if (line.group(1) != null) {
        path = line.group(1);
      } else {
        changing.add(line.group(2).toUpperCase(Locale.ROOT) + " " + path);
      }
    }
    changing.removeAll(ELSEWHERE);

    assertThat(changing).hasSizeGreaterThan(10);
    assertThat(walked).containsAll(changing);
  }

  private Answer registered(String name) {
    return changes(
        "POST /auth/register",
        "",
        "{\"email\":\"canary-%s@example.test\",\"password\":\"%s\"}".formatted(name, PASSWORD),
        "user.registered");
  }

  private Answer loggedIn(String name, String password) {
    var email = "canary-" + name + "@example.test";
    return changes(
        "POST /auth/login",
        "",
        "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(email, password),
        "login.succeeded");
  }

  private static String refreshing(Answer pair) {
    return "{\"refresh_token\":\"" + pair.text("refresh_token") + "\"}";
  }

  private static String session(Answer pair) {
    var me = service.call("GET /auth/sessions", pair.text("access_token"), "");
    var current = Pattern.compile("\\{\"id\":\"([^\"]*)\"[^}]*\"current\":true").matcher(me.body());
    assertThat(current.find()).as(me.body()).isTrue();
    return current.group(1);
  }

  private Answer changes(String call, String token, String body, String kind) {
    var answer = call(call, token, body);
    assertThat(service.kinds(answer)).as(call).containsExactly(kind);
    return answer;
  }

  private void writesNothing(String call, String token, String body) {
    assertThat(service.kinds(call(call, token, body))).as(call).isEmpty();
  }

  private Answer call(String call, String token, String body) {
    var answer = service.call(call, token, body);
    assertThat(answer.status()).as("%s: %s", call, answer.body()).isBetween(200, 204);
    assertThat(answer.requestId()).isNotEmpty();
    walked.add(
        call.replaceAll("\\?.*", "")
            .replaceAll("/users/[0-9a-f-]{36}", "/users/{id}")
            .replaceAll("/sessions/[0-9a-f-]{36}", "/sessions/{sessionId}"));
    for (var name : List.of("access_token", "refresh_token")) {
      if (!answer.text(name).isEmpty()) {
        secrets.add(answer.text(name));
      }
    }
    return answer;
  }

  @Test
  @Tag("C145")
  void changesNothingThatCannotBeWrittenDown() {
    registered("bob");
    var pair = loggedIn("bob", PASSWORD);
    var token = pair.text("access_token");
    var user = "/users/" + service.call("GET /auth/me", token, "").text("id");
    var boss = service.logIn(ADMIN, PASSWORD).text("access_token");
    var before = service.query("SELECT u::text FROM auth.users u ORDER BY id");
    var sessions = service.query("SELECT s::text FROM auth.session s ORDER BY id");
    service.execute(
        """
        CREATE FUNCTION auth.broken() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN RAISE EXCEPTION ''broken''; END';
        CREATE TRIGGER broken BEFORE INSERT ON auth.audit
          FOR EACH ROW EXECUTE FUNCTION auth.broken();
        """);

    try {
      var bob = "canary-bob@example.test";
      var change =
          "{\"current_password\":\"%s\",\"new_password\":\"%s\"}"
              .formatted(PASSWORD, "canary-next");
      for (var answer :
          List.of(
              service.logIn(bob, PASSWORD),
              service.logIn(bob, "canary-wrong"),
              service.logIn("canary-nobody@example.test", PASSWORD),
              service.call("POST /auth/password/change", token, change),
              service.call("PATCH /auth/me", token, "{\"name\":\"Bob\"}"),
              service.call("GET /users", token, ""),
              service.call("PATCH " + user, boss, "{\"role\":\"admin\"}"),
              service.call("DELETE " + user, boss, ""),
              service.call("DELETE " + user + "?purge=true", boss, ""),
              service.call("DELETE " + user + "/sessions", boss, ""),
              service.call("POST /auth/logout", "", refreshing(pair)))) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.text("code")).isEqualTo("service_unavailable");
      }
      assertThat(service.call("GET /auth/me", token, "").status()).isEqualTo(200);
    } finally {
      service.execute("DROP TRIGGER broken ON auth.audit; DROP FUNCTION auth.broken()");
    }

    assertThat(service.query("SELECT u::text FROM auth.users u ORDER BY id")).isEqualTo(before);
    assertThat(service.query("SELECT s::text FROM auth.session s ORDER BY id")).isEqualTo(sessions);
    assertThat(service.call("POST /auth/refresh", "", refreshing(pair)).status()).isEqualTo(200);
    loggedIn("bob", PASSWORD);
  }
}
