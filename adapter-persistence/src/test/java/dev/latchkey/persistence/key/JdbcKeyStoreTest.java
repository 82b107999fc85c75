package dev.latchkey.persistence.key;

import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.port.KeyStore;
import dev.latchkey.persistence.JdbcStores;
import dev.latchkey.testkit.key.KeyStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbcKeyStoreTest implements KeyStoreContract {
  private final JdbcStores stores = JdbcStores.open();

  @AfterAll
  void closeStores() {
    stores.close();
  }

  @Override
  public KeyStore keys() {
    return stores.context().getBean(KeyStore.class);
  }

  @Override
  public AuditLog audit() {
    return stores.audit();
  }
}
