package dev.latchkey.testkit.limit;

/// What every counter of attempts keeps to. A test class of an adapter implements this and inherits
/// the tests. The store need not be empty.
public interface RateLimitsContract
    extends AdmissionContract, GrowingWaitContract, SettlementContract, AdmissionRaceContract {}
