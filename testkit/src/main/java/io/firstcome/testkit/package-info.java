/// The contract every ledger must keep, and what tests of ledgers need: a clock to set, faults to
/// plan, an auditor, an oracle and a ledger in memory.
///
/// An adapter's test extends [LedgerContract] and says how to open its ledger; nothing else.
@NullMarked
package io.firstcome.testkit;

import org.jspecify.annotations.NullMarked;
