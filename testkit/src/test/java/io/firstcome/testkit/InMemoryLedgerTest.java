package io.firstcome.testkit;

import java.nio.file.Path;

class InMemoryLedgerTest extends LedgerContract {
    @Override
    protected LedgerFixture fixture(Path directory) {
        return new InMemoryFixture(InMemoryLedger::new);
    }
}
