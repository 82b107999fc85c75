package dev.latchkey.crypto.key;

import dev.latchkey.crypto.token.SigningSecret;
import dev.latchkey.crypto.token.TokenKeys;
import dev.latchkey.domain.key.KeyRing;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.key.TokenKey;
import dev.latchkey.domain.port.PublishedKeys;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The keys of the deployment's ring, as this node last saw it. Calls take what is in memory; only
/// a token of a key that nobody here has heard of lets the ring be read anew, at most once every
/// two seconds, since another node may have begun to use that key a moment ago.
public final class RingKeys implements TokenKeys, PublishedKeys {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int THUMBPRINT_LENGTH = 43;

  private final KeyEncryption encryption;
  private final SigningKey secret;
  private final Supplier<KeyRing> ring;
  private final InstantSource clock;
  private final AtomicReference<Instant> lastRead = new AtomicReference<>(Instant.MIN);
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

  /// Goes by this ring from now on.
  ///
  /// @throws UnusableKey where it does not fit this node; what was in use stays
  public synchronized void use(KeyRing next) {
    var before = loaded;
    if (before == null || !before.ring().equals(next)) {
      loaded = load(next, before == null ? Map.of() : before.keys());
    }
  }

  private Loaded load(KeyRing ring, Map<String, LoadedKey> known) {
    var keys = new LinkedHashMap<String, LoadedKey>();
    for (var key : ring.keys()) {
      var id = key.id().value();
      var same = known.get(id);
      var usable = same != null ? same : load(key);
      if (usable != null) {
        keys.put(id, usable);
      }
    }
    var active = ring.active().map(key -> keys.get(key.id().value())).orElseThrow();
    return new Loaded(ring, keys, Objects.requireNonNull(active.signing()));
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

  @Override
  public SigningKey active() {
    return current().active();
  }

  @Override
  public Optional<VerifyingKey> find(String id) {
    var known = current().find(id);
    if (known.isPresent() || id.length() != THUMBPRINT_LENGTH || !mayRead()) {
      return known;
    }
    return heard(id);
  }

  private Optional<VerifyingKey> heard(String id) {
    try {
      use(ring.get());
    } catch (UnusableKey unusable) {
      // Nobody who presents a token can mend it; whoever calls #use is told.
      return Optional.empty();
    }
    return current().find(id);
  }

  private boolean mayRead() {
    var now = clock.instant();
    var last = lastRead.get();
    return last.isBefore(now.minus(PAUSE)) && lastRead.compareAndSet(last, now);
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

  private record Loaded(KeyRing ring, Map<String, LoadedKey> keys, SigningKey active) {
    Optional<VerifyingKey> find(String id) {
      return Optional.ofNullable(keys.get(id)).map(LoadedKey::verifying);
    }
  }
}
