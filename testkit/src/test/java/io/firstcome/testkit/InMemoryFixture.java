package io.firstcome.testkit;

import io.firstcome.core.ledger.Ledger;
import io.firstcome.testkit.InMemoryLedger.Store;

/// A store in memory and how a ledger is opened on it.
record InMemoryFixture(Store store, Opening opening) implements LedgerFixture {
    /// How a ledger, right or wrong, is opened.
    interface Opening {
        Ledger open(Store store, TestClock clock, FaultPlan faults);
    }

    InMemoryFixture(Opening opening) {
        this(new Store(), opening);
    }

    @Override
    public Ledger open(TestClock clock, FaultPlan faults) {
        return opening.open(store, clock, faults);
    }

    @Override
    public void destroy() {
        store.campaigns.clear();
        store.issuances.clear();
    }
}
