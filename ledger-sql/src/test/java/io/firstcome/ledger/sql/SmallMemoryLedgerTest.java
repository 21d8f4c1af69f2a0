package io.firstcome.ledger.sql;

import io.firstcome.testkit.LedgerContract;
import io.firstcome.testkit.LedgerFixture;

import java.nio.file.Path;

/// What every ledger promises, on SQLite with so little memory that users go to the disk and are
/// read from there all the time.
final class SmallMemoryLedgerTest extends LedgerContract {
    @Override
    protected LedgerFixture fixture(Path directory) {
        return new SqliteFixture(directory, 5);
    }
}
