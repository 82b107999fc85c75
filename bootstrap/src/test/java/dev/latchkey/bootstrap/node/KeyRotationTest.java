package dev.latchkey.bootstrap.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.fault.ServiceProcess;
import dev.latchkey.bootstrap.key.KeyTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Keys come and go on two nodes, and nobody notices but whoever holds a token of one that is taken
/// out.
@Timeout(300)
class KeyRotationTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration WITHIN_SECONDS = Duration.ofSeconds(5);

  @TempDir private static Path home;
  private static TwoNodes nodes;
  private static KeyTable table;

  @BeforeAll
  static void start() {
    var settings = new HashMap<>(KeyTable.SETTINGS);
    settings.putAll(ServiceProcess.CROWDED);
    nodes = TwoNodes.start(home, settings);
    table = KeyTable.of(nodes.database());
  }

  @AfterAll
  static void stop() {
    table.close();
    nodes.close();
  }

  @Test
  @Tag("C137")
  void failsNoCallWhileKeysAreRotated() {
    var before = table.rotations();

    try (var watch = Watch.start();
        var visitors = Visitors.of(nodes)) {
      for (var round = 0; round < 3; round++) {
        rotate(visitors, () -> assertThat(nodes.run("rotate-keys", "--now")).contains("now."));
      }

      assertThat(visitors.failures()).isEmpty();
      assertThat(visitors.calls()).isGreaterThan(500);
      assertThat(visitors.tokens()).hasSizeGreaterThanOrEqualTo(4);
      assertThat(visitors.tokens().values())
          .allSatisfy(token -> {
            assertThat(nodes.a().me(token).status()).isEqualTo(200);
            assertThat(nodes.b().me(token).status()).isEqualTo(200);
          });
      assertThat(watch.oddities()).isEmpty();
      assertThat(table.rotations()).isEqualTo(before + 3);
    }
  }

  @Test
  @Tag("C137")
  @Tag("C138")
  void rotatesOnceWhereBothNodesFindThatItIsTime() {
    var before = table.rotations();

    try (var watch = Watch.start();
        var visitors = Visitors.of(nodes)) {
      for (var round = 0; round < 2; round++) {
        rotate(visitors, table::makeDue);
      }

      assertThat(visitors.failures()).isEmpty();
      assertThat(watch.oddities()).isEmpty();
      assertThat(table.rotations()).isEqualTo(before + 2);
    }
  }

  @Test
  @Tag("C139")
  void believesNoTokenOfACompromisedKeyAndLetsItsSessionsGoOn() {
    var pair = nodes.logIn(nodes.register().email());
    var token = pair.accessToken();
    var key = KeyTable.keyOf(token);
    assertThat(nodes.b().me(token).status()).isEqualTo(200);

    assertThat(nodes.run("rotate-keys", "--compromised", key)).contains("is out");

    await(WITHIN_SECONDS, () -> nodes.a().me(token).status() == 401);
    await(WITHIN_SECONDS, () -> nodes.b().me(token).status() == 401);
    assertThat(nodes.a().me(token).text("code")).isEqualTo("invalid_token");
    for (var node : List.of(nodes.a(), nodes.b())) {
      assertThat(node.get("/.well-known/jwks.json").body())
          .doesNotContain(key)
          .contains(table.active());
    }
    var refreshed = nodes.b().refresh(pair.refreshToken());
    assertThat(KeyTable.keyOf(refreshed.accessToken())).isEqualTo(table.active().getFirst());
    assertThat(nodes.a().me(refreshed.accessToken()).status()).isEqualTo(200);
    assertThat(nodes.b().me(refreshed.accessToken()).status()).isEqualTo(200);
  }

  /// Comes back when both nodes sign with another key.
  private static void rotate(Visitors visitors, Runnable rotation) {
    var active = table.active().getFirst();
    await(PATIENCE, () -> visitors.haveTokensOf(active));
    rotation.run();
    await(PATIENCE, () -> !table.active().contains(active));
    var next = table.active().getFirst();
    await(PATIENCE, () -> visitors.haveTokensOf(next));
  }

  private static void await(Duration patience, BooleanSupplier condition) {
    var deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it does not come to that").isLessThan(deadline);
      LockSupport.parkNanos(20_000_000);
    }
  }

  /// Looks all the time at how many keys sign.
  private static final class Watch implements AutoCloseable {
    private final ConcurrentLinkedQueue<List<String>> oddities = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Thread thread = Thread.ofPlatform().unstarted(this::look);

    static Watch start() {
      var watch = new Watch();
      watch.thread.start();
      return watch;
    }

    private void look() {
      try (var view = KeyTable.of(nodes.database())) {
        while (!ended.get()) {
          var active = view.active();
          if (active.size() != 1) {
            oddities.add(active);
          }
          LockSupport.parkNanos(1_000_000);
        }
      }
    }

    ConcurrentLinkedQueue<List<String>> oddities() {
      return oddities;
    }

    @Override
    public void close() {
      ended.set(true);
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
