package dev.latchkey.bootstrap.key;

import dev.latchkey.application.key.StartKeys;
import dev.latchkey.application.key.TendKeys;
import dev.latchkey.crypto.key.RingKeys;
import dev.latchkey.crypto.key.UnusableKey;
import dev.latchkey.domain.key.KeyRing;
import dev.latchkey.domain.key.TokenKey;
import dev.latchkey.domain.port.Unavailable;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the keys every two seconds, so that a rotation or a key taken out reaches this node
/// before anybody notices.
public final class KeyKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KeyKeeper.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  // Longer than any statement may take.
  private static final Duration ENDING = Duration.ofSeconds(10);

  private final StartKeys startKeys;
  private final TendKeys tendKeys;
  private final RingKeys keys;
  private Optional<TokenKey> active = Optional.empty();
  private String trouble = "";
  private @Nullable Thread thread;

  public KeyKeeper(StartKeys startKeys, TendKeys tendKeys, RingKeys keys) {
    this.startKeys = startKeys;
    this.tendKeys = tendKeys;
    this.keys = keys;
  }

  /// Brings the keys up, and goes on looking at them.
  ///
  /// @throws dev.latchkey.bootstrap.command.StartFailure where they cannot be used with these
  ///   settings
  public synchronized void start() {
    try {
      use(startKeys.start());
    } catch (UnusableKey unusable) {
      throw KeyAdvice.failure(unusable);
    }
    thread = Thread.ofPlatform().daemon().name("keys").start(this::work);
  }

  private void use(KeyRing ring) {
    keys.use(ring);
    if (!ring.active().map(TokenKey::id).equals(active.map(TokenKey::id))) {
      active = ring.active();
      active.ifPresent(
          key -> LOG.info("Access tokens are signed with {} key {}.", key.algorithm(), key.id()));
    }
  }

  private void work() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(PAUSE);
        look();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      use(tendKeys.tend());
      trouble = "";
    } catch (UnusableKey unusable) {
      complain(KeyAdvice.on(unusable));
    } catch (Unavailable unavailable) {
      complain("The keys cannot be looked at: " + unavailable.getMessage());
    } catch (RuntimeException e) {
      LOG.error("The keys cannot be looked after", e);
    }
  }

  /// Once for each trouble: the next look is two seconds away.
  private void complain(String message) {
    if (!message.equals(trouble)) {
      trouble = message;
      LOG.error("{}", message);
    }
  }

  @Override
  public void close() {
    var running = running();
    if (running != null) {
      running.interrupt();
      try {
        running.join(ENDING);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized @Nullable Thread running() {
    return thread;
  }
}
