package dev.latchkey.testkit.apikey;

import dev.latchkey.domain.port.ApiKeyStore;
import dev.latchkey.testkit.store.StoresUnderTest;

/// What a test of a store of API keys gives to its contract.
public interface ApiKeysUnderTest extends StoresUnderTest {

  /// The keys of these users, the same throughout a test.
  ApiKeyStore apiKeys();
}
