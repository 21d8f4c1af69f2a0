package io.firstcome.testkit;

import java.nio.file.Path;

/// How an adapter makes the durable state of a ledger under test.
@FunctionalInterface
public interface LedgerFactory {
    /// Makes an empty state.
    ///
    /// @param directory empty, and removed after the test
    LedgerFixture create(Path directory);
}
