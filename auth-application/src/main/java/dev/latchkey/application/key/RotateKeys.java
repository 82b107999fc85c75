package dev.latchkey.application.key;

import dev.latchkey.domain.key.KeyPolicy;
import dev.latchkey.domain.key.KeyRing;
import dev.latchkey.domain.key.TokenKey;
import dev.latchkey.domain.port.KeyMaker;
import dev.latchkey.domain.port.KeyStore;
import java.time.Instant;
import java.time.InstantSource;

/// Rotates the keys because the operator wants to. Tokens that were issued stay good.
public final class RotateKeys {
  private final KeyPolicy policy;
  private final KeyCare care;

  public RotateKeys(KeyStore store, KeyMaker maker, KeyPolicy policy, InstantSource clock) {
    this.policy = policy;
    this.care = new KeyCare(store, maker, policy, clock);
  }

  /// What became of it.
  public sealed interface Outcome {}

  /// This key signs from now on.
  public record Rotated(TokenKey key) implements Outcome {}

  /// The key was published so lately that not everybody has it; it signs from its moment on.
  public record Planned(TokenKey key) implements Outcome {}

  /// Tokens are signed with the deployment's secret, which is not rotated.
  public record Secret() implements Outcome {}

  /// Lets the next key sign, as soon as everybody has it.
  ///
  /// @param atOnce whether not to wait for those who go by an older list
  public Outcome rotate(boolean atOnce) {
    var before = care.change((ring, now) -> ring);
    var next = before.pending().orElse(null);
    if (next == null) {
      return new Secret();
    }
    var after =
        care.change((ring, now) ->
            ring.pending().filter(key -> key.id().equals(next.id())).isPresent()
                ? ring.planning(atOnce ? now : moment(ring, next, now))
                : ring);
    return after.pending().filter(key -> key.id().equals(next.id())).isPresent()
        ? new Planned(after.pending().get())
        : new Rotated(after.active().orElseThrow());
  }

  private Instant moment(KeyRing ring, TokenKey next, Instant now) {
    var known = ring.knownFrom(next, policy);
    return known.isAfter(now) ? known : now;
  }
}
