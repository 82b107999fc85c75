package dev.latchkey.bootstrap.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// People who register, log in, change their passwords and log out, a few at once, until the load
/// is closed.
final class Load implements AutoCloseable {
  private static final int PEOPLE = 6;
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final Browser browser;
  private final Ledger ledger;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final List<Thread> people = new ArrayList<>();

  private Load(Browser browser, Ledger ledger) {
    this.browser = browser;
    this.ledger = ledger;
  }

  static Load on(Browser browser, Ledger ledger) {
    var load = new Load(browser, ledger);
    for (var i = 0; i < PEOPLE; i++) {
      load.people.add(Thread.ofPlatform().start(load::live));
    }
    return load;
  }

  /// Comes back when so many more operations were acknowledged.
  void awaitProgress(int operations) {
    var goal = ledger.size() + operations;
    while (ledger.size() < goal) {
      if (people.stream().noneMatch(Thread::isAlive)) {
        throw new AssertionError("The load has ended before its time.");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  /// Comes back when so many more calls were not served.
  void awaitBusy(int calls) {
    var goal = ledger.busy() + calls;
    while (ledger.busy() < goal) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Override
  public void close() {
    ended.set(true);
    for (var person : people) {
      join(person);
    }
  }

  private void live() {
    while (!ended.get()) {
      var number = NUMBERS.incrementAndGet();
      liveAs("person%d@example.test".formatted(number), "first-secret-" + number);
    }
  }

  private void liveAs(String email, String password) {
    var user = new Ledger.Registered(email, password);
    var registered = browser.register(email, password);
    ledger.registered(registered, user);
    if (registered.status() != 201) {
      return;
    }
    var here = browser.logIn(email, password);
    var there = browser.logIn(email, password);
    ledger.seen(here);
    ledger.seen(there);
    if (here.status() == 200) {
      var change = new Ledger.Changed(email, password, "second-" + password);
      ledger.changed(
          browser.changePassword(here.accessToken(), change.before(), change.after()), change);
      logOut(here);
    }
  }

  private void logOut(Answer pair) {
    var refreshed = browser.refresh(pair.refreshToken());
    ledger.seen(refreshed);
    var last = refreshed.status() == 200 ? refreshed : pair;
    ledger.ended(
        browser.logOut(last.refreshToken(), "session"),
        new Ledger.Ended(last.accessToken(), last.refreshToken()));
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
