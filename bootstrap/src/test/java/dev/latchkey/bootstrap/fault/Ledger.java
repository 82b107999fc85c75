package dev.latchkey.bootstrap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// What the service has acknowledged, and so must never forget; and which calls it may have carried
/// out or not, which must then be done whole or not at all.
final class Ledger {
  private final Queue<Registered> registered = new ConcurrentLinkedQueue<>();
  private final Queue<Registered> perhapsRegistered = new ConcurrentLinkedQueue<>();
  private final Queue<Changed> changed = new ConcurrentLinkedQueue<>();
  private final Queue<Changed> perhapsChanged = new ConcurrentLinkedQueue<>();
  private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();
  private final Queue<Answer> wrong = new ConcurrentLinkedQueue<>();
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();

  record Registered(String email, String password) {}

  record Changed(String email, String before, String after) {}

  record Ended(String accessToken, String refreshToken) {}

  void registered(Answer answer, Registered user) {
    note(answer, 201, registered, perhapsRegistered, user);
  }

  void changed(Answer answer, Changed change) {
    note(answer, 204, changed, perhapsChanged, change);
  }

  void ended(Answer answer, Ended session) {
    note(answer, 200, ended, new ConcurrentLinkedQueue<>(), session);
  }

  /// Notes an answer that acknowledges nothing.
  void seen(Answer answer) {
    note(answer, 200, new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>(), answer);
  }

  private <T> void note(Answer answer, int done, Queue<T> sure, Queue<T> unsure, T operation) {
    if (answer.status() == done) {
      sure.add(operation);
    } else if (answer.isBusy() || answer.status() == 0) {
      busy.incrementAndGet();
      unanswered.addAndGet(answer.status() == 0 ? 1 : 0);
      unsure.add(operation);
    } else {
      wrong.add(answer);
    }
  }

  /// How many operations were acknowledged.
  int size() {
    return registered.size() + changed.size() + ended.size();
  }

  /// How many calls had no answer, or one that asks to come again.
  int busy() {
    return busy.get();
  }

  /// How many of these had no answer at all.
  int unanswered() {
    return unanswered.get();
  }

  /// Holds all of it against the service, and goes on with an empty ledger.
  void verifyAgainst(Browser browser) {
    assertThat(wrong).as("refusals under load").isEmpty();
    verifyPasswords(browser);
    assertThat(ended)
        .allSatisfy(session -> {
          assertThat(patiently(browser, session.refreshToken()).text("code"))
              .isEqualTo("session_revoked");
          assertThat(Browser.patiently(() -> browser.me(session.accessToken())).text("code"))
              .isEqualTo("invalid_token");
        });
    assertThat(perhapsRegistered)
        .allSatisfy(user ->
            assertThat(
                    logIn(browser, user.email(), user.password()) == 200
                        || register(browser, user) == 201)
                .as("whole or not at all: %s", user)
                .isTrue());
    registered.clear();
    perhapsRegistered.clear();
    changed.clear();
    perhapsChanged.clear();
    ended.clear();
  }

  private void verifyPasswords(Browser browser) {
    assertThat(registered)
        .filteredOn(user -> changed.stream().noneMatch(change -> isOf(change, user)))
        .filteredOn(user -> perhapsChanged.stream().noneMatch(change -> isOf(change, user)))
        .allSatisfy(
            user -> assertThat(logIn(browser, user.email(), user.password())).isEqualTo(200));
    assertThat(changed)
        .allSatisfy(change -> {
          assertThat(logIn(browser, change.email(), change.after())).isEqualTo(200);
          assertThat(logIn(browser, change.email(), change.before())).isEqualTo(401);
        });
    assertThat(perhapsChanged)
        .allSatisfy(change ->
            assertThat(
                    logIn(browser, change.email(), change.before())
                        + logIn(browser, change.email(), change.after()))
                .as("one of the two passwords: %s", change)
                .isEqualTo(200 + 401));
  }

  private static boolean isOf(Changed change, Registered user) {
    return change.email().equals(user.email());
  }

  private static Answer patiently(Browser browser, String refreshToken) {
    return Browser.patiently(() -> browser.refresh(refreshToken));
  }

  private static int logIn(Browser browser, String email, String password) {
    return Browser.patiently(() -> browser.logIn(email, password)).status();
  }

  private static int register(Browser browser, Registered user) {
    return Browser.patiently(() -> browser.register(user.email(), user.password())).status();
  }
}
