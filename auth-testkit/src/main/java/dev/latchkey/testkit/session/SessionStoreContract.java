package dev.latchkey.testkit.session;

/// What every session store keeps to. A test class of an adapter implements this and inherits the
/// tests.
public interface SessionStoreContract
    extends SessionOpeningContract,
        SessionEvictionContract,
        SessionRotationContract,
        TokenReuseContract,
        SessionEndingContract,
        LiveSessionContract,
        RememberedSessionContract,
        KnownNetworkContract,
        RotationRaceContract,
        OpeningRaceContract {}
