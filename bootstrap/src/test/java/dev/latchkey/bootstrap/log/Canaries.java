package dev.latchkey.bootstrap.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.fault.Answer;
import dev.latchkey.bootstrap.fault.Browser;
import dev.latchkey.bootstrap.fault.ServiceProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Secrets that are sent through a service, and those that it gives out.
final class Canaries {
  static final String JWT_SECRET = "q8Zt3vLw0xYb5nRk7mPd2sHf9jGc4aEu-canary";
  static final String ADMIN = "canary-boss@example.test";
  static final String ADMIN_PASSWORD = "canary-admin-password";
  private static final String EMAIL = "canary-ann@example.test";
  private static final String PASSWORD = "canary-first-password";
  private static final String NEXT = "canary-second-password";
  private static final String THIRD = "canary-third-password";
  private static final String MOVED = "canary-moved@example.test";
  private static final String HASH = "$2b$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i";
  private static final String WRONG = "canary-wrong-password";
  private static final String MADE_UP = "canary-made-up-token-0123456789";

  private final List<String> given = new ArrayList<>();

  /// Everything that must not be found.
  List<String> all() {
    var sent =
        Stream.of(
            JWT_SECRET,
            ADMIN,
            ADMIN_PASSWORD,
            EMAIL,
            MOVED,
            PASSWORD,
            NEXT,
            THIRD,
            HASH,
            WRONG,
            MADE_UP,
            "canary-");
    return Stream.concat(sent, given.stream()).toList();
  }

  /// Goes through all journeys, and into what refuses or fails.
  void fly(ServiceProcess service) {
    var browser = service.browser();
    done(browser.register(EMAIL, PASSWORD));
    verify(browser);
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
    useApiKey(browser, second);
    administer(browser, second);
    stumble(browser, second);
    done(browser.logOut(second.refreshToken(), "all"));
    refused(browser.refresh(first.refreshToken()));
    reset(browser);
    move(browser);
  }

  /// The lines of a file to import: one that is taken and some that are not.
  static String toImport() {
    return """
    {"email": "canary-cat@example.test", "name": "canary-cat", "password_hash": "%s"}
    {"email": "canary-dan@example.test", "password_hash": "canary-hash-of-no-kind"}
    {"email": "canary-eve@example.test", "password": "canary-plain"}
    {"email": "canary-fay@example.test", "role": "canary-role"}
    {"email": "canary-gus@example.test", "password_hash": "%s"
    {"password_hash": "%s"}
    """
        .formatted(HASH, HASH, HASH);
  }

  private void verify(Browser browser) {
    var verification = secretOf(browser, "Confirm your address", EMAIL);
    done(browser.get("/account/verify-email?token=" + verification));
    done(browser.verifyEmail(verification));
    refused(browser.verifyEmail(verification));
  }

  private void reset(Browser browser) {
    done(browser.forgotPassword("canary-nobody@example.test"));
    done(browser.forgotPassword(EMAIL));
    var reset = secretOf(browser, "Choose a new password", EMAIL);
    done(browser.get("/account/reset-password?token=" + reset));
    refused(browser.resetPassword(reset, "canary-"));
    refused(browser.resetPassword(MADE_UP, THIRD));
    done(browser.resetPassword(reset, THIRD));
    refused(browser.resetPassword(reset, THIRD));
  }

  private void move(Browser browser) {
    var pair = pair(browser.logIn(EMAIL, THIRD));
    refused(browser.changeEmail(pair.accessToken(), MOVED, WRONG));
    done(browser.changeEmail(pair.accessToken(), MOVED, THIRD));
    done(browser.verifyEmail(secretOf(browser, "Confirm your new address", MOVED)));
    pair(browser.logIn(MOVED, THIRD));
  }

  /// What the link in the mail ends with, once the mail is in the mailbox for development.
  private String secretOf(Browser browser, String subject, String address) {
    var link = Pattern.compile(subject + "[^<]*</a> to " + address + "[^\n]*#token=([^\"]+)");
    var found = link.matcher(browser.get("/dev/mail").body());
    while (!found.find()) {
      LockSupport.parkNanos(50_000_000);
      found = link.matcher(browser.get("/dev/mail").body());
    }
    given.add(found.group(1));
    return found.group(1);
  }

  private void useApiKey(Browser browser, Answer user) {
    var made = browser.createApiKey(user.accessToken(), "canary-key");
    done(made);
    var key = made.text("key");
    given.add(key);
    given.add(key.substring(key.length() - 20));
    refused(browser.get("/users", key));
    refused(browser.me(key.substring(0, key.length() - 1) + "_"));
    refused(browser.get("/auth/me?key=" + key, key));
    done(browser.delete("/auth/api-keys/" + made.text("id"), user.accessToken()));
    refused(browser.me(key));
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
    refused(browser.get("/auth/email/verify?token=" + MADE_UP));
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
