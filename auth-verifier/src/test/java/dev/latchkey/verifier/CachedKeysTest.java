package dev.latchkey.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.verifier.jose.Keys;
import dev.latchkey.verifier.jose.SigningKey;
import dev.latchkey.verifier.jose.VerifyingKey;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Keys that an issuer gives out when the test says so.
class CachedKeysTest {
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final TestTime time = new TestTime();
  private final List<CompletableFuture<FreshKeys>> asked = new CopyOnWriteArrayList<>();
  private final CachedKeys keys = new CachedKeys(this::ask, Duration.ofHours(24), time);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Function<CompletableFuture<FreshKeys>, CompletableFuture<FreshKeys>> answer =
      unanswered -> unanswered;

  private CompletableFuture<FreshKeys> ask() {
    var future = new CompletableFuture<FreshKeys>();
    asked.add(future);
    return answer.apply(future);
  }

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void asksWhenTheFirstKeyIsNeeded() {
    publish("a");
    assertThat(asked).isEmpty();

    assertThat(keys.find("a")).isPresent();
    assertThat(keys.find("a")).isPresent();

    assertThat(asked).hasSize(1);
  }

  @Test
  void asksOnceForAllWhoWait() throws Exception {
    var waiting = find("a", 32);
    awaitAsked(1);

    asked.get(0).complete(set("a"));

    for (var found : waiting) {
      assertThat(found.get()).isPresent();
    }
    assertThat(asked).hasSize(1);
  }

  @Test
  void asksAgainBeforeTheTimeIsOverWhileNobodyWaits() {
    publish("a");
    keys.find("a");
    answer = unanswered -> unanswered;

    time.pass(Duration.ofSeconds(239));
    keys.find("a");
    assertThat(asked).hasSize(1);

    time.pass(Duration.ofSeconds(1));
    assertThat(keys.find("a")).isPresent();
    assertThat(keys.find("a")).isPresent();
    assertThat(asked).hasSize(2);

    asked.get(1).complete(set("b"));
    assertThat(keys.find("b")).isPresent();
    assertThat(asked).hasSize(2);
  }

  @Test
  void believesNoKeyThatIsTakenOutAfterTheNextFetch() {
    publish("a", "b");
    assertThat(keys.find("a")).isPresent();

    publish("b");
    time.pass(FRESH);

    assertThat(keys.find("a")).isEmpty();
    assertThat(keys.find("b")).isPresent();
    assertThat(asked).hasSize(2);
  }

  @Test
  void findsAKeyThatIsNewAtOnce() {
    publish("a");
    keys.find("a");

    publish("a", "b");
    time.pass(Duration.ofSeconds(1));

    assertThat(keys.find("b")).isPresent();
    assertThat(asked).hasSize(2);
  }

  @Test
  void allThreadsFindAKeyThatIsNewThoughOneAsks() throws Exception {
    publish("a");
    keys.find("a");
    answer = unanswered -> unanswered;
    var waiting = new ArrayList<>(find("b", 16));
    awaitAsked(2);

    asked.get(1).complete(set("a", "b"));
    waiting.addAll(find("b", 16));

    for (var found : waiting) {
      assertThat(found.get()).isPresent();
    }
    assertThat(asked).hasSize(2);
  }

  @Test
  @Tag("C067")
  void asksForUnknownNamesEveryTenSecondsAtMost() {
    publish("a");
    keys.find("a");

    for (var i = 0; i < 10_000; i++) {
      assertThat(keys.find("unknown " + i)).isEmpty();
    }
    assertThat(asked).hasSize(2);

    time.pass(Duration.ofSeconds(9));
    assertThat(keys.find("another")).isEmpty();
    assertThat(asked).hasSize(2);

    time.pass(Duration.ofSeconds(1));
    assertThat(keys.find("another")).isEmpty();
    assertThat(asked).hasSize(3);
  }

  @Test
  @Tag("C067")
  void asksForOneUnknownNameOnceAMinuteAtMost() {
    publish("a");
    keys.find("a");

    for (var second = 0; second < 60; second++) {
      assertThat(keys.find("gone")).isEmpty();
      time.pass(Duration.ofSeconds(1));
    }
    assertThat(asked).hasSize(2);

    assertThat(keys.find("gone")).isEmpty();
    assertThat(asked).hasSize(3);
  }

  @Test
  @Tag("C067")
  void remembersABoundedNumberOfUnknownNames() {
    var unknown = new UnknownIds();

    for (var i = 0; i < 300; i++) {
      unknown.add("id " + i, i);
    }

    assertThat(IntStream.range(0, 300).filter(i -> unknown.has("id " + i, 300))).hasSize(256);
    var later = Duration.ofMinutes(2).toNanos();
    unknown.add("new", later);
    assertThat(unknown.has("new", later)).isTrue();
    assertThat(unknown.has("id 1", later)).isFalse();
  }

  /// The first question of all needs no second one to know that a name is not there.
  @Test
  void asksNoSecondTimeForANameThatTheNewestKeysLack() {
    publish("a");

    assertThat(keys.find("unknown")).isEmpty();

    assertThat(asked).hasSize(1);
  }

  @Test
  void keepsTheLastKeysWhileTheIssuerIsDown() {
    publish("a");
    keys.find("a");
    fail();

    for (var hour = 0; hour < 23; hour++) {
      time.pass(Duration.ofHours(1));
      assertThat(keys.find("a")).isPresent();
    }

    time.pass(Duration.ofHours(1));
    assertUnavailable("a");
  }

  @Test
  void believesTheIssuerAgainWhenItIsBack() {
    publish("a");
    keys.find("a");
    fail();
    time.pass(Duration.ofHours(30));
    assertUnavailable("a");

    publish("b");
    assertUnavailable("b");
    time.pass(Duration.ofSeconds(5));

    assertThat(keys.find("b")).isPresent();
    assertThat(keys.find("a")).isEmpty();
  }

  @Test
  void asksAnIssuerThatIsDownEveryFiveSecondsAtMost() {
    fail();

    for (var i = 0; i < 100; i++) {
      assertUnavailable("a");
    }
    assertThat(asked).hasSize(1);

    time.pass(Duration.ofSeconds(5));
    assertUnavailable("a");
    assertThat(asked).hasSize(2);
  }

  @Test
  void nobodyWaitsForAnIssuerThatIsKnownToBeDown() {
    publish("a");
    keys.find("a");
    fail();
    time.pass(FRESH);
    keys.find("a");
    answer = unanswered -> unanswered;
    time.pass(Duration.ofSeconds(5));

    assertThat(keys.find("a")).isPresent();

    assertThat(asked).hasSize(3);
    assertThat(asked.get(2)).isNotDone();
  }

  @Test
  void doesNotCallANameUnknownWhileTheIssuerIsDown() {
    publish("a");
    keys.find("a");
    fail();

    assertUnavailable("b");
    assertUnavailable("b");
    assertThat(keys.find("a")).isPresent();
    assertThat(asked).hasSize(2);

    publish("a", "b");
    time.pass(Duration.ofSeconds(10));
    assertThat(keys.find("b")).isPresent();
  }

  @Test
  void survivesAnIssuerThatCannotEvenBeAsked() {
    answer =
        unanswered -> {
          throw new IllegalStateException("no network");
        };

    assertUnavailable("a");

    publish("a");
    time.pass(Duration.ofSeconds(5));
    assertThat(keys.find("a")).isPresent();
  }

  @Test
  void saysThatKeysAreMissingToAThreadThatIsToEnd() {
    Thread.currentThread().interrupt();

    assertUnavailable("a");

    assertThat(Thread.interrupted()).isTrue();
  }

  private void publish(String... ids) {
    answer = unanswered -> CompletableFuture.completedFuture(set(ids));
  }

  private void fail() {
    answer = unanswered -> CompletableFuture.failedFuture(new IOException("down"));
  }

  private static FreshKeys set(String... ids) {
    var all =
        Arrays.stream(ids)
            .collect(Collectors.toMap(id -> id, id -> (VerifyingKey) SigningKey.of(id, Keys.P256)));
    return new FreshKeys(all, FRESH);
  }

  private List<Future<Optional<VerifyingKey>>> find(String id, int count) {
    return IntStream.range(0, count).mapToObj(i -> threads.submit(() -> keys.find(id))).toList();
  }

  private void awaitAsked(int count) throws InterruptedException {
    while (asked.size() < count) {
      Thread.sleep(1);
    }
  }

  private void assertUnavailable(String id) {
    assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> keys.find(id));
  }
}
