package dev.latchkey.application.key;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.key.KeyId;
import dev.latchkey.domain.key.KeyPolicy;
import dev.latchkey.domain.key.KeyRing;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.key.TokenKey;
import dev.latchkey.domain.port.KeyMaker;
import dev.latchkey.domain.port.KeyStore;
import java.time.Instant;
import java.time.InstantSource;

/// Takes out a key that somebody else may hold: its tokens are believed no more, on any node,
/// within seconds. Sessions go on, by a refresh.
public final class RevokeKey {
  private final KeyStore store;
  private final KeyMaker maker;
  private final KeyPolicy policy;
  private final InstantSource clock;
  private final KeyCare care;

  public RevokeKey(KeyStore store, KeyMaker maker, KeyPolicy policy, InstantSource clock) {
    this.store = store;
    this.maker = maker;
    this.policy = policy;
    this.clock = clock;
    this.care = new KeyCare(store, maker, policy, clock);
  }

  /// What became of it.
  public sealed interface Outcome {}

  /// The key is gone.
  ///
  /// @param signing the key that signs now
  public record Revoked(TokenKey signing) implements Outcome {}

  /// Nothing was done.
  public enum Refused implements Outcome {
    /// No key of this id is believed.
    UNKNOWN,
    /// It comes from the deployment's secret: to take it out, change that.
    SECRET
  }

  /// Takes the key out. Where it signs, the next one signs at once.
  public Outcome revoke(KeyId id) {
    var key = store.read().find(id).orElse(null);
    if (key == null) {
      return Refused.UNKNOWN;
    }
    if (!key.algorithm().hasPublicKey()) {
      return Refused.SECRET;
    }
    var event =
        AuditEvent.of(EventKind.KEY_REVOKED, clock.instant(), Origin.UNKNOWN).saying(id.value());
    var ring = care.change((before, now) -> without(before, id, now), event);
    return new Revoked(ring.active().orElseThrow());
  }

  private KeyRing without(KeyRing ring, KeyId id, Instant now) {
    var key = ring.find(id).orElse(null);
    if (key == null || key.state() != KeyState.ACTIVE) {
      return ring.without(id);
    }
    var succeeded =
        ring.pending().isPresent() ? ring : ring.announcing(maker.make(key.algorithm(), now), now);
    return succeeded.rotated(now, policy).without(id);
  }
}
