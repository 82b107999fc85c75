package dev.latchkey.application.key;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.key.KeyPolicy;
import dev.latchkey.domain.key.KeyRing;
import dev.latchkey.domain.key.TokenKey;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.KeyMaker;
import dev.latchkey.domain.port.KeyStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How every use case changes the ring: from what it is now, again where another node was faster,
/// and with what is due besides.
record KeyCare(KeyStore store, KeyMaker maker, KeyPolicy policy, InstantSource clock) {

  /// What one use case does to the ring.
  @FunctionalInterface
  interface Step {
    KeyRing change(KeyRing ring, Instant now);
  }

  /// Changes the ring, and then does what is due.
  ///
  /// @param events what the audit keeps of it besides rotations
  /// @return the ring as of now
  KeyRing change(Step step, AuditEvent... events) {
    while (true) {
      var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      var ring = store.read();
      var next = tended(step.change(ring, now), now);
      if (next.equals(ring) || store.replace(ring, next, consequences(ring, next, now, events))) {
        return next;
      }
    }
  }

  private static Consequences consequences(
      KeyRing ring, KeyRing next, Instant now, AuditEvent... events) {
    var all = new ArrayList<>(List.of(events));
    var active = next.active().orElseThrow().id();
    if (!ring.active().map(TokenKey::id).equals(Optional.of(active))) {
      all.add(AuditEvent.of(EventKind.KEY_ROTATED, now, Origin.UNKNOWN).saying(active.value()));
    }
    return Consequences.of(all.toArray(AuditEvent[]::new));
  }

  private KeyRing tended(KeyRing ring, Instant now) {
    var begun = ring.keys().isEmpty() ? KeyRing.of(maker.make(policy.first(), now)) : ring;
    var pruned = begun.pruned(now);
    var current = isDue(pruned, now) ? pruned.rotated(now, policy) : pruned;
    var active = current.active().orElseThrow();
    return active.algorithm().hasPublicKey() && current.pending().isEmpty()
        ? announcing(current, maker.make(active.algorithm(), now), active)
        : current;
  }

  private KeyRing announcing(KeyRing ring, TokenKey next, TokenKey active) {
    var rotation = active.signsFrom().plus(policy.rotation());
    return ring.announcing(next, later(rotation, ring.knownFrom(next, policy)));
  }

  /// As planned, or sooner where keys are to sign for a shorter time than when it was planned.
  private boolean isDue(KeyRing ring, Instant now) {
    var active = ring.active().orElseThrow();
    return ring.pending()
        .filter(next -> {
          var rotation = active.signsFrom().plus(policy.rotation());
          var soonest = later(rotation, ring.knownFrom(next, policy));
          return !now.isBefore(next.signsFrom()) || !now.isBefore(soonest);
        })
        .isPresent();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
