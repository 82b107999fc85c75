package dev.latchkey.application.key;

import dev.latchkey.domain.key.KeyPolicy;
import dev.latchkey.domain.key.KeyRing;
import dev.latchkey.domain.port.KeyMaker;
import dev.latchkey.domain.port.KeyStore;
import java.time.InstantSource;

/// Does what is due: lets the next key sign, announces the one after it, takes out what nobody
/// needs any more. To be called every few seconds on every node, which also tells it of what others
/// did.
public final class TendKeys {
  private final KeyCare care;

  public TendKeys(KeyStore store, KeyMaker maker, KeyPolicy policy, InstantSource clock) {
    care = new KeyCare(store, maker, policy, clock);
  }

  /// One look at the ring: a single read, unless something is due.
  ///
  /// @return the ring as of now
  public KeyRing tend() {
    return care.change((ring, now) -> ring);
  }
}
