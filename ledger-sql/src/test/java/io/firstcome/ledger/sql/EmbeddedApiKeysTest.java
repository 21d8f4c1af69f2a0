package io.firstcome.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.core.access.ApiKey;
import io.firstcome.core.access.ApiKeySecret;
import io.firstcome.core.access.ApiRole;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.testkit.TestClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.SQLException;

/// Keys that are made beside a ledger that is open, and without one.
class EmbeddedApiKeysTest {
    private static final ApiKey KEY =
            new ApiKey(new ApiKeySecret("one").hash(), ApiRole.ADMIN, "", 1, null);

    @TempDir private Path directory;

    @Test
    void whereThereIsNoLedgerOneIsMade() {
        try (EmbeddedApiKeys keys = EmbeddedApiKeys.openSqlite(directory.resolve("new"))) {
            keys.add(KEY);
        }
        SqliteFixture fixture = new SqliteFixture(directory.resolve("new"));
        try (Ledger ledger = fixture.open(new TestClock(1))) {
            assertThat(ledger.keys().list()).containsExactly(KEY);
        }
    }

    @Test
    void besideALedgerThatIsOpenTheyAreMadeAndRevoked() {
        SqliteFixture fixture = new SqliteFixture(directory);
        try (Ledger ledger = fixture.open(new TestClock(1))) {
            try (EmbeddedApiKeys keys = EmbeddedApiKeys.openSqlite(directory)) {
                keys.add(KEY);
                assertThat(ledger.keys().list()).containsExactly(KEY);
                assertThat(keys.revoke(KEY.id(), 7)).isTrue();
            }
            assertThat(ledger.keys().list()).containsExactly(KEY.revoked(7));
            assertThatThrownBy(() -> fixture.open(new TestClock(1)))
                    .as("the directory is still taken")
                    .hasMessageContaining("is in use");
        }
    }

    @Test
    void besideAServerOfAnotherVersionTheyAreRefused() throws SQLException {
        SqliteFixture fixture = new SqliteFixture(directory);
        try (Ledger _ = fixture.open(new TestClock(1))) {
            fixture.tamper("DELETE FROM firstcome_schema_history WHERE version = '3'");
            assertThatThrownBy(() -> EmbeddedApiKeys.openSqlite(directory))
                    .isInstanceOf(LedgerOpenException.class)
                    .hasMessage(
                            "ledger schema: version 2 (expected: 3; the server that uses it is of"
                                    + " another version)");
        }
    }
}
