package dev.latchkey.crypto.key;

import dev.latchkey.crypto.token.SigningSecret;
import dev.latchkey.crypto.token.TokenKeys;
import dev.latchkey.domain.key.KeyRing;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.key.TokenKey;
import dev.latchkey.domain.port.PublishedKeys;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.verifier.jose.PublicJwk;
import dev.latchkey.verifier.jose.SigningKey;
import dev.latchkey.verifier.jose.VerifyingKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The keys of the deployment's ring, as this node last saw it. Calls take what is in memory; only
/// a token of a key that nobody here has heard of lets the ring be read anew, at most once every
/// two seconds, since another node may have begun to use that key a moment ago. Whoever asks while
/// it is read waits for what is found.
public final class RingKeys implements TokenKeys, PublishedKeys {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int THUMBPRINT_LENGTH = 43;

  private final KeyEncryption encryption;
  private final SigningKey secret;
  private final Supplier<KeyRing> ring;
  private final InstantSource clock;
  private final Lock reading = new ReentrantLock();
  private Instant lastRead = Instant.MIN;
  private @Nullable RuntimeException failure;
  private volatile @Nullable Loaded loaded;

  /// Keys that are not there until [#use] brings them.
  ///
  /// @param ring reads the ring as of now
  public RingKeys(
      KeyEncryption encryption, SigningSecret secret, Supplier<KeyRing> ring, InstantSource clock) {
    this.encryption = encryption;
    this.secret = secret.hs256();
    this.ring = ring;
    this.clock = clock;
  }

  /// Goes by this ring from now on, as far as it fits this node: a key that left it is believed no
  /// more, and one that cannot be opened here still checks tokens. Where that one is to sign, the
  /// key before it goes on while the ring has it.
  ///
  /// @throws UnusableKey each time, where something of the ring does not fit
  public synchronized void use(KeyRing next) {
    var now = loaded;
    if (now == null || !now.ring().equals(next)) {
      now = load(next, now);
      loaded = now;
    }
    if (now.misfit() != null) {
      throw now.misfit();
    }
  }

  private Loaded load(KeyRing ring, @Nullable Loaded before) {
    var keys = new LinkedHashMap<String, LoadedKey>();
    UnusableKey misfit = null;
    for (var key : ring.keys()) {
      try {
        put(keys, key, load(key, before));
      } catch (UnusableKey unusable) {
        misfit = misfit == null ? unusable : misfit;
        put(keys, key, believed(key, unusable));
      }
    }
    return new Loaded(ring, keys, signing(ring, keys, before), misfit);
  }

  private static void put(Map<String, LoadedKey> keys, TokenKey key, @Nullable LoadedKey usable) {
    if (usable != null) {
      keys.put(key.id().value(), usable);
    }
  }

  private static @Nullable SigningKey signing(
      KeyRing ring, Map<String, LoadedKey> keys, @Nullable Loaded before) {
    var active = keys.get(ring.active().orElseThrow().id().value());
    if (active != null && active.signing() != null) {
      return active.signing();
    }
    var last = before == null ? null : before.active();
    return last != null && keys.containsKey(last.id()) ? last : null;
  }

  private @Nullable LoadedKey load(TokenKey key, @Nullable Loaded before) {
    var same = before == null ? null : before.keys().get(key.id().value());
    return same != null && (same.signing() != null || key.state() == KeyState.RETIRED)
        ? same
        : load(key);
  }

  private static @Nullable LoadedKey believed(TokenKey key, UnusableKey unusable) {
    var material = key.material();
    return material != null && unusable.reason() == UnusableKey.Reason.SEALED
        ? LoadedKey.believed(key, material)
        : null;
  }

  /// Null for a secret of former days, whose tokens nobody can check any more.
  private @Nullable LoadedKey load(TokenKey key) {
    var material = key.material();
    if (material != null) {
      return LoadedKey.load(key, material, encryption);
    }
    if (key.id().value().equals(secret.id())) {
      return LoadedKey.ofSecret(secret);
    }
    if (key.state() == KeyState.ACTIVE) {
      throw new UnusableKey(key.id(), UnusableKey.Reason.OTHER_SECRET);
    }
    return null;
  }

  /// @throws Unavailable where this node can sign with no key of the ring
  @Override
  public SigningKey active() {
    var now = current();
    if (now.active() == null) {
      throw new Unavailable(
          "no key of the ring can sign here", PAUSE, Objects.requireNonNull(now.misfit()));
    }
    return now.active();
  }

  /// @throws Unavailable for a key that is not known, where the ring cannot be read
  @Override
  public Optional<VerifyingKey> find(String id) {
    var known = current().find(id);
    if (known.isPresent() || id.length() != THUMBPRINT_LENGTH) {
      return known;
    }
    listen();
    return current().find(id);
  }

  @Override
  public Optional<VerifyingKey> known(String id) {
    return current().find(id);
  }

  private void listen() {
    reading.lock();
    try {
      if (lastRead.isBefore(clock.instant().minus(PAUSE))) {
        read();
      }
      if (failure != null) {
        throw failure;
      }
    } finally {
      reading.unlock();
    }
  }

  private void read() {
    try {
      failure = null;
      use(ring.get());
    } catch (UnusableKey unusable) {
      // Nobody who presents a token can mend it; whoever calls #use is told.
    } catch (RuntimeException e) {
      failure = e;
    } finally {
      lastRead = clock.instant();
    }
  }

  @Override
  public List<Map<String, String>> list() {
    return current().keys().values().stream()
        .flatMap(key -> Optional.ofNullable(key.published()).stream())
        .map(PublicJwk::members)
        .toList();
  }

  private Loaded current() {
    var now = loaded;
    if (now == null) {
      throw new IllegalStateException("no ring of keys is in use yet");
    }
    return now;
  }

  /// @param active null where none can sign here
  /// @param misfit null where all of the ring fits this node
  private record Loaded(
      KeyRing ring,
      Map<String, LoadedKey> keys,
      @Nullable SigningKey active,
      @Nullable UnusableKey misfit) {
    Optional<VerifyingKey> find(String id) {
      return Optional.ofNullable(keys.get(id)).map(LoadedKey::verifying);
    }
  }
}
