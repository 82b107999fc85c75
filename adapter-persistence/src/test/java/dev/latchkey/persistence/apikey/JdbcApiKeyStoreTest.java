package dev.latchkey.persistence.apikey;

import dev.latchkey.domain.port.ApiKeyStore;
import dev.latchkey.persistence.KeptInPostgres;
import dev.latchkey.testkit.apikey.ApiKeyStoreContract;

class JdbcApiKeyStoreTest extends KeptInPostgres implements ApiKeyStoreContract {

  @Override
  public ApiKeyStore apiKeys() {
    return stores.apiKeys();
  }
}
