package io.firstcome.ledger.sql;

import io.firstcome.core.ledger.Ledger;
import io.firstcome.testkit.FaultPlan;
import io.firstcome.testkit.FaultyJdbc;
import io.firstcome.testkit.LedgerContract;
import io.firstcome.testkit.LedgerFixture;
import io.firstcome.testkit.TestClock;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// What every ledger promises, on SQLite with so little memory that users go to the disk and are
/// read from there all the time. It does not sync, which is slow and is proved with more memory.
final class SmallMemoryLedgerTest extends LedgerContract {
    @Override
    protected LedgerFixture fixture(Path directory) {
        SqliteFixture fixture = new SqliteFixture(directory, 5);
        return new LedgerFixture() {
            @Override
            public Ledger open(TestClock clock, FaultPlan faults) {
                return fixture.openWrapped(
                        clock, connection -> FaultyJdbc.wrap(unsynced(connection), faults));
            }

            @Override
            public void destroy() {
                fixture.destroy();
            }
        };
    }

    private static Connection unsynced(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF");
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
