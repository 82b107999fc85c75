package dev.latchkey.testkit.secret;

import dev.latchkey.domain.port.SecretStore;

class InMemorySecretStoreTest implements SecretStoreContract {
  private final SecretStore secrets = new InMemorySecretStore();

  @Override
  public SecretStore secrets() {
    return secrets;
  }
}
