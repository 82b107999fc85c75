package dev.latchkey.testkit.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.key.KeyRing;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.KeyStore;
import dev.latchkey.testkit.key.KeyStoreContract;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class InMemoryKeyStoreTest implements KeyStoreContract {
  private final InMemoryState state = new InMemoryState();
  private final InMemoryStores stores = new InMemoryStores(state);

  @Override
  public KeyStore keys() {
    return stores.keys();
  }

  @Override
  public AuditLog audit() {
    return stores.audit();
  }

  /// A store that looks before it takes its lock fails the contract.
  @Test
  void contractFailsWhereTwoReplaceOneRing() {
    assertThatThrownBy(broken(this::lookThenReplace)::letsOneOfManyReplaceTheSameRing)
        .isInstanceOf(AssertionError.class)
        .hasMessageNotContaining("a runner");
  }

  @Test
  void contractFailsWhereAnyRingIsReplaced() {
    assertThatThrownBy(broken(this::replaceBlindly)::replacesNothingButWhatIsExpected)
        .isInstanceOf(AssertionError.class);
  }

  private boolean lookThenReplace(KeyRing expected, KeyRing next, Consequences consequences) {
    if (!state.keys.equals(expected)) {
      return false;
    }
    LockSupport.parkNanos(5_000_000);
    return replaceBlindly(expected, next, consequences);
  }

  private boolean replaceBlindly(KeyRing expected, KeyRing next, Consequences consequences) {
    state.keys = next;
    state.follow(consequences);
    return true;
  }

  private KeyStoreContract broken(Replacement replacement) {
    var keys =
        new KeyStore() {
          @Override
          public KeyRing read() {
            return state.keys;
          }

          @Override
          public boolean replace(KeyRing expected, KeyRing next, Consequences consequences) {
            return replacement.replace(expected, next, consequences);
          }
        };
    return new KeyStoreContract() {
      @Override
      public KeyStore keys() {
        return keys;
      }

      @Override
      public AuditLog audit() {
        return stores.audit();
      }
    };
  }

  @FunctionalInterface
  private interface Replacement {
    boolean replace(KeyRing expected, KeyRing next, Consequences consequences);
  }
}
