package io.firstcome.ledger.sql;

import static io.firstcome.ledger.sql.Drop.START;
import static io.firstcome.ledger.sql.Drop.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.ledger.LedgerException;

import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// What becomes of a ledger whose database fails.
final class StopTest extends SqliteTest {
    private static final int BATCH = 500;

    @Test
    void aFullDiskEndsIssuingAndLosesNothing() {
        int issued;
        try (SqlLedger ledger = fixture.openWrapped(clock, StopTest::withFewPages)) {
            Campaign campaign = Drop.create(ledger, "c", CampaignTerms.UNLIMITED);
            issued = issueUntilFull(ledger, campaign);
            assertStopped(ledger);
            assertThat(ledger.issuances(campaign.number(), 0, issued + 1)).hasSize(issued);
        }
        try (SqlLedger ledger = fixture.open(clock)) {
            Campaign campaign = ledger.campaigns(0, 1).getFirst();
            assertThat(campaign.issued()).isEqualTo(issued);
            assertThat(ledger.issuances(campaign.number(), 0, issued + 1)).hasSize(issued);
            assertThat(Drop.ordinal(Drop.issue(ledger, campaign, "u1"))).isEqualTo(1);
            assertThat(Drop.ordinal(Drop.issue(ledger, campaign, "new"))).isEqualTo(issued + 1);
        }
    }

    /// A connection to a database that can not grow beyond 60 pages.
    private static Connection withFewPages(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = 60");
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int issueUntilFull(SqlLedger ledger, Campaign campaign) {
        for (int first = 1; first < 1_000_000; first += BATCH) {
            int from = first;
            LedgerException failure =
                    catchThrowableOfType(
                            LedgerException.class,
                            () -> Drop.issue(ledger, campaign, users("u", from, from + BATCH - 1)));
            if (failure != null) {
                assertThat(failure.isNotAttempted()).isTrue();
                assertThat(failure).rootCause().hasMessageContaining("SQLITE_FULL");
                return first - 1;
            }
        }
        throw new AssertionError("the disk was never full");
    }

    private static void assertStopped(SqlLedger ledger) {
        assertThat(ledger.isHealthy()).isFalse();
        CampaignTerms terms = new CampaignTerms("n", 1, Window.from(START));
        assertThatThrownBy(() -> ledger.createDurably(new CampaignId("x"), terms))
                .isInstanceOfSatisfying(
                        LedgerException.class, e -> assertThat(e.isNotAttempted()).isTrue())
                .hasMessageContaining("stopped by an earlier fault (expected: a restart)");
        assertThat(ledger.doQuietWork()).isFalse();
    }
}
