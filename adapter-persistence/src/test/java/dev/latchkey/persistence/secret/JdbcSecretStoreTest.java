package dev.latchkey.persistence.secret;

import dev.latchkey.domain.port.SecretStore;
import dev.latchkey.persistence.JdbcStores;
import dev.latchkey.testkit.secret.SecretStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbcSecretStoreTest implements SecretStoreContract {
  private final JdbcStores stores = JdbcStores.open();

  @AfterAll
  void closeStores() {
    stores.close();
  }

  @Override
  public SecretStore secrets() {
    return stores.secrets();
  }
}
