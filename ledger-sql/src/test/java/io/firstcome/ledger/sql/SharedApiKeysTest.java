package io.firstcome.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.access.ApiKey;
import io.firstcome.core.access.ApiKeySecret;
import io.firstcome.core.access.ApiKeys;
import io.firstcome.core.access.ApiRole;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.testkit.TestClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.List;

/// Keys of a shared ledger, used without the rest of it.
class SharedApiKeysTest {
    private static final ApiKey KEY =
            new ApiKey(new ApiKeySecret("one").hash(), ApiRole.ADMIN, "", 1, null);

    private final SharedFixture fixture = Servers.postgres("keys");

    @AfterEach
    void empty() {
        fixture.tamper("DELETE FROM ledger_settings");
        fixture.destroy();
    }

    private List<ApiKey> added() {
        return SharedApiKeys.use(
                fixture.options(),
                keys -> {
                    keys.add(KEY);
                    return keys.list();
                });
    }

    @Test
    void theyNeedTheirTablesAndNothingElse() throws SQLException {
        assertThat(added()).containsExactly(KEY);
        assertThat(fixture.query("SELECT COUNT(*) FROM ledger_settings"))
                .as("what a node or an import makes")
                .isZero();
        try (Ledger ledger = fixture.open(new TestClock(1))) {
            assertThat(ledger.keys().list()).containsExactly(KEY);
        }
    }

    @Test
    void anImportThatIsNotFinishedDoesNotMatter() {
        assertThat(SharedApiKeys.use(fixture.options(), ApiKeys::list)).isEmpty();
        fixture.tamper("INSERT INTO ledger_settings (name, value) VALUES ('import', '00')");
        assertThat(added()).containsExactly(KEY);
    }
}
