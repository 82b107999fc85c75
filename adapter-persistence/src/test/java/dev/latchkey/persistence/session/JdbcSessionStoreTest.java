package dev.latchkey.persistence.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.persistence.JdbcStores;
import dev.latchkey.testkit.session.SessionStoreContract;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbcSessionStoreTest implements SessionStoreContract {
  private final JdbcStores stores = JdbcStores.open();

  @AfterAll
  void hasLockedInOneOrderThroughout() {
    stores.close();

    assertThat(stores.deadlocks()).isZero();
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
    return stores.endReason(id);
  }
}
