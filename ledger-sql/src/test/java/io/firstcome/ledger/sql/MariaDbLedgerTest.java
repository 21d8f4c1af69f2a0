package io.firstcome.ledger.sql;

import io.firstcome.testkit.LedgerContract;
import io.firstcome.testkit.LedgerFixture;

import java.nio.file.Path;

/// What every ledger promises, on MariaDB or MySQL.
final class MariaDbLedgerTest extends LedgerContract {
    @Override
    protected LedgerFixture fixture(Path directory) {
        return Servers.mariaDb("contract");
    }
}
