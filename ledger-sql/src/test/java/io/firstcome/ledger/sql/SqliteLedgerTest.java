package io.firstcome.ledger.sql;

import io.firstcome.testkit.LedgerContract;
import io.firstcome.testkit.LedgerFixture;

import java.nio.file.Path;

/// What every ledger promises, on SQLite.
final class SqliteLedgerTest extends LedgerContract {
    @Override
    protected LedgerFixture fixture(Path directory) {
        return new SqliteFixture(directory);
    }
}
