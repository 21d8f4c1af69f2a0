package io.firstcome.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.core.access.ApiKey;
import io.firstcome.core.access.ApiKeySecret;
import io.firstcome.core.access.ApiKeys;
import io.firstcome.core.access.ApiRole;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.testkit.RecordedLog;
import io.firstcome.testkit.TestClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/// Keys that are made beside a ledger that is open, and without one.
@Timeout(60)
class EmbeddedApiKeysTest {
    private static final ApiKey KEY =
            new ApiKey(new ApiKeySecret("one").hash(), ApiRole.ADMIN, "", 1, null);

    @TempDir private Path directory;

    @Test
    void whereThereIsNoLedgerOneIsMadeAndServersMayHaveIt() {
        Path made = directory.resolve("new");
        ApiKeys keys = EmbeddedApiKeys.openSqlite(made);
        keys.add(KEY);
        try (Ledger ledger = new SqliteFixture(made).open(new TestClock(1))) {
            assertThat(ledger.keys().list()).containsExactly(KEY);
            assertThat(keys.revoke(KEY.id(), 7)).isTrue();
            assertThat(ledger.keys().list()).containsExactly(KEY.revoked(7));
        }
    }

    @Test
    void anOlderLedgerIsBroughtToThisVersion() throws SQLException {
        SqliteFixture fixture = new SqliteFixture(directory);
        fixture.open(new TestClock(1)).close();
        fixture.tamper("DROP TABLE api_keys");
        fixture.tamper("DELETE FROM firstcome_schema_history WHERE version = '3'");
        EmbeddedApiKeys.openSqlite(directory).add(KEY);
        assertThat(fixture.query("SELECT COUNT(*) FROM api_keys")).isEqualTo(1);
    }

    @Test
    void besideALedgerThatIsOpenTheyAreMadeAndRevoked() {
        SqliteFixture fixture = new SqliteFixture(directory);
        try (Ledger ledger = fixture.open(new TestClock(1))) {
            ApiKeys keys = EmbeddedApiKeys.openSqlite(directory);
            keys.add(KEY);
            assertThat(ledger.keys().list()).containsExactly(KEY);
            assertThat(keys.revoke(KEY.id(), 7)).isTrue();
            assertThat(ledger.keys().list()).containsExactly(KEY.revoked(7));
            assertThatThrownBy(() -> fixture.open(new TestClock(1)))
                    .as("the directory is still taken")
                    .hasMessageContaining("is in use");
        }
    }

    @Test
    void anotherProcessKeepsTheDirectoryThatItHasTaken() throws IOException {
        new SqliteFixture(directory).open(new TestClock(1)).close();
        Process other = DataDirectoryTest.Holder.start(directory);
        try {
            ApiKeys keys = EmbeddedApiKeys.openSqlite(directory);
            keys.add(KEY);
            assertThat(keys.list()).containsExactly(KEY);
            assertThatThrownBy(() -> DataDirectory.take(directory))
                    .hasMessageContaining("in use by process " + other.pid());
        } finally {
            other.destroyForcibly().onExit().join();
        }
    }

    @Test
    void theTablesThatAnotherProcessMakesAreWaitedFor() throws Exception {
        try (SqliteEngine other = SqliteEngine.open(directory);
                Session session = new Session(other.connectForWriting())) {
            CompletableFuture<ApiKeys> opening =
                    CompletableFuture.supplyAsync(() -> EmbeddedApiKeys.openSqlite(directory));
            Thread.sleep(200);
            assertThat(opening).isNotDone();
            Schema.ensure(other.migration(), session);
            ApiKeys keys = opening.get();
            keys.add(KEY);
            assertThat(keys.list()).containsExactly(KEY);
        }
    }

    @Test
    void tablesThatAnotherProcessDoesNotMakeAreMissed() throws IOException {
        Process other = DataDirectoryTest.Holder.start(directory);
        try {
            assertThatThrownBy(() -> EmbeddedApiKeys.openSqlite(directory))
                    .isInstanceOf(LedgerOpenException.class)
                    .hasMessage(
                            "ledger: another process has it, and has not made its tables yet"
                                    + " (expected: a server that is ready; try again)");
            assertThat(directory.resolve(SqliteEngine.FILE)).doesNotExist();
        } finally {
            other.destroyForcibly().onExit().join();
        }
    }

    @Test
    void oneOfARoleThatIsNotKnownOpensNothingAndKeepsNoOtherFromIt() throws SQLException {
        SqliteFixture fixture = new SqliteFixture(directory);
        ApiKeys keys = EmbeddedApiKeys.openSqlite(directory);
        keys.add(KEY);
        String later = new ApiKeySecret("later").hash();
        fixture.tamper(
                "INSERT INTO api_keys (key_hash, role, name, created_at_micros) VALUES ('%s',"
                                .formatted(later)
                        + " 'auditor', '', 2)");
        try (RecordedLog log = new RecordedLog(ApiKeyTable.class)) {
            assertThat(keys.list()).containsExactly(KEY);
            assertThat(keys.list()).containsExactly(KEY);
            assertThat(log.messages())
                    .singleElement()
                    .asString()
                    .startsWith("keys: " + ApiKey.idOf(later) + " of the role auditor");
        }
        assertThat(keys.revoke(ApiKey.idOf(later), 3)).isTrue();
        assertThat(fixture.query("SELECT revoked_at_micros FROM api_keys WHERE role = 'auditor'"))
                .isEqualTo(3);
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
