package io.firstcome.testkit;

import io.firstcome.core.ledger.Ledger;

/// The durable state of one ledger under test, empty at first.
///
/// At most one ledger is open on it at a time. Closing a ledger frees the state for the next one,
/// also after a fault.
public interface LedgerFixture {
    /// Opens a ledger on the state that earlier ones left behind.
    ///
    /// @param clock the source of the ledger's time
    /// @param faults what is to go wrong between the ledger and its store
    Ledger open(TestClock clock, FaultPlan faults);

    /// Removes the state. No ledger is open on it.
    void destroy();
}
