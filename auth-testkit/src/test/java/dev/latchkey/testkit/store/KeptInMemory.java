package dev.latchkey.testkit.store;

import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.testkit.session.SessionStoreContract;
import dev.latchkey.testkit.user.UserStoreContract;
import java.util.Optional;

/// The contracts on stores in memory, sound or broken.
abstract class KeptInMemory implements UserStoreContract, SessionStoreContract {
  private final InMemoryStores stores;

  KeptInMemory(InMemoryState state) {
    stores = new InMemoryStores(state);
  }

  @Override
  public UserStore users() {
    return stores.users();
  }

  @Override
  public SessionStore sessions() {
    return stores.sessions();
  }

  @Override
  public Optional<EndReason> endReason(SessionId id) {
    return stores.sessions().endReason(id);
  }
}
