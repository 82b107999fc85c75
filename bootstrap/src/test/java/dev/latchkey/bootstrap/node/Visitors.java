package dev.latchkey.bootstrap.node;

import dev.latchkey.bootstrap.fault.Answer;
import dev.latchkey.bootstrap.fault.Browser;
import dev.latchkey.bootstrap.key.KeyTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// People who log in, refresh and look at themselves, each at both nodes in turn, until they are
/// sent home.
final class Visitors implements AutoCloseable {
  private static final int PEOPLE = 8;
  private static final int REFRESHES = 20;

  private final TwoNodes nodes;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicInteger calls = new AtomicInteger();
  private final Queue<Answer> failures = new ConcurrentLinkedQueue<>();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final Map<Browser, String> newestKeys = new ConcurrentHashMap<>();
  private final List<Thread> people = new ArrayList<>();

  private Visitors(TwoNodes nodes) {
    this.nodes = nodes;
  }

  static Visitors of(TwoNodes nodes) {
    var visitors = new Visitors(nodes);
    for (var i = 0; i < PEOPLE; i++) {
      var email = nodes.register().email();
      visitors.people.add(Thread.ofPlatform().unstarted(() -> visitors.live(email)));
    }
    visitors.people.forEach(Thread::start);
    return visitors;
  }

  /// Whether the last token of each node was signed by this key.
  boolean haveTokensOf(String key) {
    return key.equals(newestKeys.get(nodes.a())) && key.equals(newestKeys.get(nodes.b()));
  }

  /// One access token of each key that was ever used, by its id.
  Map<String, String> tokens() {
    return tokens;
  }

  Queue<Answer> failures() {
    return failures;
  }

  int calls() {
    return calls.get();
  }

  private void live(String email) {
    while (!ended.get()) {
      var pair = Browser.patiently(() -> nodes.a().logIn(email, TwoNodes.PASSWORD));
      for (var i = 0; i < REFRESHES && note(nodes.a(), pair) && !ended.get(); i++) {
        pair = goOn(pair);
      }
    }
  }

  /// Shows a token to both nodes, and has each exchange it.
  private Answer goOn(Answer pair) {
    look(pair);
    var fromB = nodes.b().refresh(pair.refreshToken());
    if (!note(nodes.b(), fromB)) {
      return fromB;
    }
    look(fromB);
    return nodes.a().refresh(fromB.refreshToken());
  }

  private void look(Answer pair) {
    seen(nodes.a().me(pair.accessToken()));
    seen(nodes.b().me(pair.accessToken()));
  }

  private boolean note(Browser node, Answer pair) {
    if (!seen(pair)) {
      return false;
    }
    var key = KeyTable.keyOf(pair.accessToken());
    tokens.putIfAbsent(key, pair.accessToken());
    newestKeys.put(node, key);
    return true;
  }

  private boolean seen(Answer answer) {
    calls.incrementAndGet();
    if (answer.status() == 200) {
      return true;
    }
    failures.add(answer);
    return false;
  }

  @Override
  public void close() {
    ended.set(true);
    try {
      for (var person : people) {
        person.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
