package dev.latchkey.testkit.ticket;

/// What every ticket store keeps to. A test class of an adapter implements this and inherits the
/// tests.
public interface TicketStoreContract
    extends TicketIssuingContract,
        TicketRedeemingContract,
        EmailChangeContract,
        TicketRaceContract {}
