package io.firstcome.ledger.sql;

import static io.firstcome.ledger.sql.Drop.START;

import io.firstcome.testkit.TestClock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// A test of the ledger on SQLite, in a new directory, when campaigns start.
abstract class SqliteTest {
    final TestClock clock = new TestClock(START);
    @TempDir Path directory;
    SqliteFixture fixture;
    private final int usersInMemoryMax;

    SqliteTest() {
        this(LedgerOptions.DEFAULT_USERS_IN_MEMORY_MAX);
    }

    SqliteTest(int usersInMemoryMax) {
        this.usersInMemoryMax = usersInMemoryMax;
    }

    @BeforeEach
    void openDirectory() {
        fixture = new SqliteFixture(directory, usersInMemoryMax);
    }
}
