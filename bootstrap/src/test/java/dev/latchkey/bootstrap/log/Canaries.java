package dev.latchkey.bootstrap.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.fault.Answer;
import dev.latchkey.bootstrap.fault.Browser;
import dev.latchkey.bootstrap.fault.ServiceProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Secrets that are sent through a service, and those that it gives out.
final class Canaries {
  static final String JWT_SECRET = "q8Zt3vLw0xYb5nRk7mPd2sHf9jGc4aEu-canary";
  static final String ADMIN = "canary-boss@example.test";
  static final String ADMIN_PASSWORD = "canary-admin-password";
  private static final String EMAIL = "canary-ann@example.test";
  private static final String PASSWORD = "canary-first-password";
  private static final String NEXT = "canary-second-password";
  private static final String WRONG = "canary-wrong-password";
  private static final String MADE_UP = "canary-made-up-token-0123456789";

  private final List<String> given = new ArrayList<>();

  /// Everything that must not be found.
  List<String> all() {
    var sent =
        Stream.of(
            JWT_SECRET, ADMIN, ADMIN_PASSWORD, EMAIL, PASSWORD, NEXT, WRONG, MADE_UP, "canary-");
    return Stream.concat(sent, given.stream()).toList();
  }

  /// Goes through all journeys, and into what refuses or fails.
  void fly(ServiceProcess service) {
    var browser = service.browser();
    done(browser.register(EMAIL, PASSWORD));
    refused(browser.register(EMAIL, PASSWORD));
    refused(browser.logIn(EMAIL, WRONG));
    refused(browser.logIn("canary-nobody@example.test", WRONG));
    var first = pair(browser.logIn(EMAIL, PASSWORD));
    var second = pair(browser.refresh(first.refreshToken()));
    done(browser.me(second.accessToken()));
    refused(browser.refresh(MADE_UP));
    refused(browser.me(MADE_UP));
    refused(browser.changePassword(second.accessToken(), WRONG, NEXT));
    done(browser.changePassword(second.accessToken(), PASSWORD, NEXT));
    administer(browser, second);
    stumble(browser, second);
    done(browser.logOut(second.refreshToken(), "all"));
    refused(browser.refresh(first.refreshToken()));
  }

  private void administer(Browser browser, Answer user) {
    var admin = pair(browser.logIn(ADMIN, ADMIN_PASSWORD)).accessToken();
    var id = browser.me(user.accessToken()).text("id");
    done(browser.get("/users?q=canary-ann", admin));
    done(browser.patch("/users/" + id, admin, "{\"name\":\"canary-name\"}"));
    done(browser.get("/users/" + id + "/sessions", admin));
    refused(browser.get("/users", user.accessToken()));
  }

  /// Requests that are wrong in form, with the secrets where they do not belong.
  private static void stumble(Browser browser, Answer user) {
    refused(browser.get("/auth/verify?token=" + MADE_UP));
    refused(browser.get("/auth/me?a=" + MADE_UP + "&a=" + PASSWORD, user.accessToken()));
    refused(browser.patch("/auth/me", user.accessToken(), "{\"password\":\"" + PASSWORD));
    refused(browser.patch("/auth/me", user.accessToken(), "{\"canary-field\":true}"));
    refused(browser.register(PASSWORD, EMAIL));
    refused(browser.register("canary-bob@example.test", "canary-bob\ud800"));
    refused(browser.logIn("canary-\u001b[2J\u2028bob", WRONG));
  }

  private Answer pair(Answer answer) {
    done(answer);
    given.add(answer.accessToken());
    given.add(answer.refreshToken());
    given.add(answer.accessToken().substring(answer.accessToken().lastIndexOf('.') + 1));
    given.add(answer.refreshToken().substring(answer.refreshToken().lastIndexOf('.') + 1));
    return answer;
  }

  private static void done(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
  }

  private static void refused(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
  }
}
