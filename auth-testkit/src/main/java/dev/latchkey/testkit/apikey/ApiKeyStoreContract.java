package dev.latchkey.testkit.apikey;

/// What every store of API keys keeps to. A test class of an adapter implements this and inherits
/// the tests.
public interface ApiKeyStoreContract
    extends ApiKeyCreationContract, ApiKeyEndingContract, ApiKeyUseContract, ApiKeyRaceContract {}
