package dev.latchkey.application.key;

import dev.latchkey.domain.key.KeyPolicy;
import dev.latchkey.domain.key.KeyRing;
import dev.latchkey.domain.key.TokenKey;
import dev.latchkey.domain.port.KeyMaker;
import dev.latchkey.domain.port.KeyStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/// Brings the keys to the algorithm that is set, when a node starts: of nodes that are set
/// differently, the last to start prevails. Tokens that were issued stay good.
public final class StartKeys {
  private final KeyMaker maker;
  private final KeyPolicy policy;
  private final KeyCare care;

  public StartKeys(KeyStore store, KeyMaker maker, KeyPolicy policy, InstantSource clock) {
    this.maker = maker;
    this.policy = policy;
    this.care = new KeyCare(store, maker, policy, clock);
  }

  /// Sees to it that there is a key that signs. Where one with a public key signs, another
  /// algorithm begins only when everybody has its key; otherwise at once.
  ///
  /// @return the ring as of now
  public KeyRing start() {
    return care.change(this::adopted);
  }

  private KeyRing adopted(KeyRing ring, Instant now) {
    var active = ring.active().orElse(null);
    var pending = ring.pending().orElse(null);
    if (active == null) {
      return ring;
    }
    var isSet = policy.algorithm() != null;
    var wanted = Objects.requireNonNullElse(policy.algorithm(), active.algorithm());
    if (pending != null && pending.algorithm() == wanted) {
      return ring;
    }
    if (active.algorithm() == wanted && wanted.hasPublicKey()) {
      return isSet && pending != null ? ring.without(pending.id()) : ring;
    }
    // The secret may be another one than before.
    var next = maker.make(wanted, now);
    return next.id().equals(active.id()) ? ring : switched(ring.without(next.id()), next);
  }

  private KeyRing switched(KeyRing ring, TokenKey next) {
    return ring.announcing(next, ring.knownFrom(next, policy));
  }
}
