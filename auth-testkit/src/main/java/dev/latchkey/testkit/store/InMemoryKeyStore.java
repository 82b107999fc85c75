package dev.latchkey.testkit.store;

import dev.latchkey.domain.key.KeyRing;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.KeyStore;

/// Keeps the ring of keys in memory. Made by [InMemoryStores].
public final class InMemoryKeyStore implements KeyStore {
  private final InMemoryState state;

  InMemoryKeyStore(InMemoryState state) {
    this.state = state;
  }

  @Override
  public KeyRing read() {
    return state.keys;
  }

  @Override
  public boolean replace(KeyRing expected, KeyRing next, Consequences consequences) {
    return state.atomically(() -> {
      if (!state.keys.equals(expected)) {
        return false;
      }
      state.keys = next;
      state.follow(consequences);
      return true;
    });
  }
}
