package dev.latchkey.bootstrap.audit;

import static dev.latchkey.bootstrap.audit.AuditedService.ADMIN;
import static dev.latchkey.bootstrap.audit.AuditedService.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.audit.AuditedService.Answer;
import dev.latchkey.domain.mail.MailKind;
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
    var key = apiKey(token);
    writesNothing("GET /auth/api-keys", token, "");
    writesNothing("GET /auth/me", key.text("key"), "");
    changes("DELETE /auth/api-keys/" + key.text("id"), token, "", "api_key.revoked");
    writesNothing("DELETE /auth/api-keys/" + key.text("id"), token, "");
    var lost = apiKey(token);
    var other = loggedIn("ann", PASSWORD + "2");
    changes("DELETE /auth/sessions/" + session(other), token, "", "session.ended");
    var last = loggedIn("ann", PASSWORD + "2");
    changes("POST /auth/logout", "", refreshing(last), "session.ended");
    writesNothing("POST /auth/logout", "", refreshing(last));
    loggedIn("ann", PASSWORD + "2");
    changes("POST /auth/logout?scope=others", "", refreshing(first), "sessions.ended");
    changes("POST /auth/logout?scope=all", "", refreshing(first), "sessions.ended");

    followLinks();

    var user = "/users/" + ann.text("id");
    changes("PATCH " + user, boss, "{\"image_url\":\"https://img.x/canary\"}", "user.edited");
    changes("PUT " + user, boss, "{\"username\":\"canary-ann\"}", "user.edited");
    changes("PATCH " + user, boss, "{\"role\":\"customer\"}", "role.changed");
    changes("DELETE " + user + "/api-keys/" + lost.text("id"), boss, "", "api_key.revoked");
    changes("PATCH " + user, boss, "{\"is_active\":false}", "user.deactivated");
    changes("PATCH " + user, boss, "{\"is_active\":true}", "user.reactivated");
    changes("POST " + user + "/password-reset", boss, "", "password_reset.requested");
    var device = loggedIn("ann", PASSWORD + "2");
    changes("DELETE " + user + "/sessions/" + session(device), boss, "", "session.ended");
    loggedIn("ann", PASSWORD + "2");
    changes("DELETE " + user + "/sessions", boss, "", "sessions.ended");
    changesOfClients(boss);
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

  private void followLinks() {
    registered("cat");
    var token = loggedIn("cat", PASSWORD).text("access_token");
    var cat = "canary-cat@example.test";
    var moved = "canary-moved@example.test";
    changes("POST /auth/email/verification", "", asking(cat), "email_verification.requested");
    var verification = redeeming(secretOf(cat, MailKind.VERIFY_EMAIL));
    changes("POST /auth/email/verify", "", verification, "email_verification.done");
    changes("POST /auth/email/change", token, moving(moved), "email_change.requested");
    var change = redeeming(secretOf(moved, MailKind.CONFIRM_EMAIL_CHANGE));
    changes("POST /auth/email/verify", "", change, "email_change.done");
    changes("POST /auth/password/forgot", "", asking(moved), "password_reset.requested");
    var reset = resetting(secretOf(moved, MailKind.RESET_PASSWORD));
    changes("POST /auth/password/reset", "", reset, "password_reset.done");
    changes("POST /auth/password/forgot", "", asking(cat), "password_reset.requested");
  }

  private String secretOf(String address, MailKind kind) {
    var secret = service.secretOf(address, kind);
    secrets.add(secret);
    return secret;
  }

  private static String asking(String address) {
    return "{\"email\":\"" + address + "\"}";
  }

  private static String moving(String address) {
    return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(address, PASSWORD);
  }

  private static String redeeming(String secret) {
    return "{\"token\":\"" + secret + "\"}";
  }

  private static String resetting(String secret) {
    return "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(secret, PASSWORD + "3");
  }

  private void changesOfClients(String boss) {
    var wish = "{\"client_id\":\"reports\",\"name\":\"%s\",\"scopes\":[]}".formatted(NAME);
    var client = changes("POST /clients", boss, wish, "client.created");
    var form = "client_id=reports&client_secret=" + client.text("client_secret");
    var grant = form + "&grant_type=client_credentials";
    var token = service.call("POST /auth/token", "", grant).text("access_token");
    secrets.addAll(List.of(client.text("client_secret"), token));
    writesNothing("POST /auth/introspect", "", form + "&token=" + token);
    changes("POST /auth/revoke", "", form + "&token=" + token, "client.token_revoked");
    writesNothing("POST /auth/revoke", "", form + "&token=" + token);
    var second = changes("POST /clients/reports/secrets", boss, "", "client.secret_added");
    secrets.add(second.text("client_secret"));
    changes(
        "DELETE /clients/reports/secrets/" + second.text("id"), boss, "", "client.secret_removed");
    changes("PATCH /clients/reports", boss, "{\"is_active\":false}", "client.changed");
    writesNothing("PATCH /clients/reports", boss, "{\"is_active\":false}");
    var refused = service.call("POST /auth/token", "", grant);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(service.kinds(refused)).containsExactly("client.authentication_failed");
    changes("DELETE /clients/reports", boss, "", "client.deleted");
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

  private Answer apiKey(String token) {
    var wish = "{\"name\":\"canary-key\",\"scopes\":[\"account:read\"]}";
    return changes("POST /auth/api-keys", token, wish, "api_key.created");
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
            .replaceAll("/api-keys/[0-9a-f-]{36}", "/api-keys/{keyId}")
            .replaceAll("/clients/reports", "/clients/{id}")
            .replaceAll("/secrets/[0-9a-f-]{36}", "/secrets/{secretId}")
            .replaceAll("/sessions/[0-9a-f-]{36}", "/sessions/{sessionId}"));
    for (var name : List.of("access_token", "refresh_token", "key")) {
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
    var bob = "canary-bob@example.test";
    var moved = "canary-bob2@example.test";
    assertThat(call("POST /auth/password/forgot", "", asking(bob)).status()).isEqualTo(202);
    assertThat(call("POST /auth/email/change", token, moving(moved)).status()).isEqualTo(202);
    registered("ben");
    var ben = "canary-ben@example.test";
    var verification = secretOf(ben, MailKind.VERIFY_EMAIL);
    var change = secretOf(moved, MailKind.CONFIRM_EMAIL_CHANGE);
    var reset = resetting(secretOf(bob, MailKind.RESET_PASSWORD));
    var before = service.query("SELECT u::text FROM auth.users u ORDER BY id");
    var tickets = service.query("SELECT t::text FROM auth.ticket t ORDER BY id");
    var mails = service.query("SELECT id::text FROM auth.outbox ORDER BY id");
    var sessions = service.query("SELECT s::text FROM auth.session s ORDER BY id");
    service.execute(
        """
        CREATE FUNCTION auth.broken() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN RAISE EXCEPTION ''broken''; END';
        CREATE TRIGGER broken BEFORE INSERT ON auth.audit
          FOR EACH ROW EXECUTE FUNCTION auth.broken();
        """);

    try {
      var renewal =
          "{\"current_password\":\"%s\",\"new_password\":\"%s\"}"
              .formatted(PASSWORD, "canary-next");
      for (var answer :
          List.of(
              service.logIn(bob, PASSWORD),
              service.logIn(bob, "canary-wrong"),
              service.logIn("canary-nobody@example.test", PASSWORD),
              service.call("POST /auth/password/change", token, renewal),
              service.call("PATCH /auth/me", token, "{\"name\":\"Bob\"}"),
              service.call("POST /auth/api-keys", token, "{\"name\":\"Bob\"}"),
              service.call("GET /users", token, ""),
              service.call("PATCH " + user, boss, "{\"role\":\"admin\"}"),
              service.call("DELETE " + user, boss, ""),
              service.call("DELETE " + user + "?purge=true", boss, ""),
              service.call("DELETE " + user + "/sessions", boss, ""),
              service.call("POST /auth/password/forgot", "", asking(bob)),
              service.call("POST /auth/password/forgot", "", asking("canary-nobody@example.test")),
              service.call("POST /auth/password/reset", "", reset),
              service.call("POST /auth/email/verification", "", asking(ben)),
              service.call("POST /auth/email/verify", "", redeeming(verification)),
              service.call("POST /auth/email/change", token, moving("canary-bob3@example.test")),
              service.call("POST /auth/email/verify", "", redeeming(change)),
              service.call("POST " + user + "/password-reset", boss, ""),
              service.call("POST /auth/register", "", moving("canary-eve@example.test")),
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
    assertThat(service.query("SELECT t::text FROM auth.ticket t ORDER BY id")).isEqualTo(tickets);
    assertThat(service.query("SELECT id::text FROM auth.outbox ORDER BY id")).isEqualTo(mails);
    assertThat(service.call("POST /auth/refresh", "", refreshing(pair)).status()).isEqualTo(200);
    loggedIn("bob", PASSWORD);
    assertThat(call("POST /auth/password/reset", "", reset).status()).isEqualTo(204);
  }
}
