package dev.latchkey.testkit.client;

/// What every store of clients keeps to. A test class of an adapter implements this and inherits
/// the tests.
public interface ClientStoreContract
    extends ClientLifeContract, ClientSecretContract, RevokedTokenContract, ClientRaceContract {}
