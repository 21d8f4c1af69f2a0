package io.firstcome.ledger.sql;

import static io.firstcome.ledger.sql.Drop.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.ChangeOutcome;
import io.firstcome.core.ledger.LedgerException;
import io.firstcome.testkit.LedgerAudit;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;

/// What becomes of a ledger to whose file somebody else writes for longer than it waits.
final class BusyTest extends SqliteTest {
    /// Does `act` while somebody else writes; it must not be attempted, and not be a fault.
    private void assertNotAttempted(SqlLedger ledger, ThrowingCallable act) throws SQLException {
        try (Connection other = fixture.connect();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            LedgerException failure = catchThrowableOfType(LedgerException.class, act);
            assertThat(failure).isNotNull().rootCause().hasMessageContaining("SQLITE_BUSY");
            assertThat(failure.isNotAttempted()).isTrue();
            assertThat(ledger.isHealthy()).isTrue();
            statement.execute("ROLLBACK");
        }
    }

    @Test
    void whatIsAskedMeanwhileIsNotAttemptedAndTheNextIs() throws SQLException {
        try (SqlLedger ledger = fixture.open(clock)) {
            Campaign campaign = Drop.create(ledger, "c", 10);
            assertNotAttempted(ledger, () -> Drop.issue(ledger, campaign, "a"));
            assertThat(Drop.ordinal(Drop.issue(ledger, campaign, "b"))).isEqualTo(1);
            assertNotAttempted(ledger, () -> Drop.issue(ledger, campaign, users("a", "b")));
            assertThat(Drop.ordinal(Drop.issue(ledger, campaign, "a"))).isEqualTo(2);
            LedgerAudit.check(ledger);
        }
    }

    @Test
    void anOperatorsChangeIsNotAttemptedAndTheNextIs() throws SQLException {
        try (SqlLedger ledger = fixture.open(clock)) {
            assertNotAttempted(ledger, () -> Drop.create(ledger, "c", 10));
            Campaign campaign = Drop.create(ledger, "c", 10);
            assertNotAttempted(ledger, () -> end(ledger, campaign));
            assertThat(end(ledger, campaign)).isInstanceOf(ChangeOutcome.Changed.class);
        }
    }

    private static ChangeOutcome end(SqlLedger ledger, Campaign campaign) {
        return ledger.changeDurably(campaign.id(), OptionalLong.empty(), new CampaignChange.End());
    }

    @Test
    void quietWorkIsNotAttemptedAndGoesOnLater() throws SQLException {
        try (SqlLedger ledger = fixture.open(clock)) {
            Campaign campaign = Drop.create(ledger, "c", CampaignTerms.UNLIMITED);
            Drop.issue(ledger, campaign, users("u", 1, 100));
            end(ledger, campaign);
            assertNotAttempted(ledger, ledger::doQuietWork);
            assertThat(ledger.usersInMemory()).isEqualTo(100);
            assertThat(ledger.doQuietWork()).isFalse();
            assertThat(ledger.usersInMemory()).isZero();
        }
    }

    @Test
    void whatIsReadMeanwhileIsRead() throws SQLException {
        try (SqlLedger ledger = fixture.open(clock);
                Connection other = fixture.connect();
                Statement statement = other.createStatement()) {
            Campaign campaign = Drop.create(ledger, "c", 10);
            statement.execute("BEGIN IMMEDIATE");
            assertThat(ledger.campaigns(0, 10)).containsExactly(campaign);
            statement.execute("ROLLBACK");
        }
    }
}
