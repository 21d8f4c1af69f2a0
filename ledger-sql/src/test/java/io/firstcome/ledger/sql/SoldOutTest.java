package io.firstcome.ledger.sql;

import static io.firstcome.ledger.sql.Drop.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange.Amend;
import io.firstcome.core.campaign.CampaignState;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.ChangeOutcome;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.issue.Verdict;
import io.firstcome.core.ledger.UserCoupon;
import io.firstcome.testkit.LedgerAudit;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/// What becomes of the users of a campaign without an end once it has sold out, and when its
/// quantity is raised after that.
final class SoldOutTest extends SqliteTest {
    private static final int QUANTITY = 3_000;

    /// A campaign whose coupons went to u1, u2, …
    private Campaign soldOut(SqlLedger ledger) {
        Campaign campaign = Drop.create(ledger, "c", QUANTITY);
        Drop.issue(ledger, campaign, users("u", 1, QUANTITY));
        return campaign;
    }

    private void doAllQuietWork(SqlLedger ledger) {
        clock.step(QuietWork.CALM_MICROS);
        while (ledger.doQuietWork()) {
            assertThat(ledger.isHealthy()).isTrue();
        }
    }

    private static void raise(SqlLedger ledger, Campaign campaign, int quantity) {
        ChangeOutcome outcome =
                ledger.changeDurably(
                        campaign.id(), OptionalLong.empty(), new Amend(null, quantity, null, null));
        assertThat(outcome).isInstanceOf(ChangeOutcome.Changed.class);
    }

    /// Everybody has the coupon of his number, and asking again gives the same.
    private static void assertHold(SqlLedger ledger, Campaign campaign, int count) {
        List<Verdict> verdicts = Drop.issue(ledger, campaign, users("u", 1, count));
        for (int i = 0; i < count; i++) {
            assertThat(verdicts.get(i)).isInstanceOf(Verdict.Held.class);
            assertThat(Drop.ordinal(verdicts.get(i))).isEqualTo(i + 1);
        }
        for (int ordinal = 1; ordinal <= count; ordinal += 97) {
            assertThat(ledger.couponsOf(new UserId("u" + ordinal), Long.MAX_VALUE, 2))
                    .extracting(UserCoupon::issuance)
                    .extracting(Issuance::ordinal)
                    .containsExactly(ordinal);
        }
    }

    @Test
    void itStaysInMemoryWhileEverybodyAsks() {
        try (SqlLedger ledger = fixture.open(clock)) {
            Campaign campaign = soldOut(ledger);
            clock.step(QuietWork.CALM_MICROS - 1);
            assertThat(ledger.doQuietWork()).isFalse();
            assertThat(ledger.usersInMemory()).isEqualTo(QUANTITY);
            assertHold(ledger, campaign, QUANTITY);
        }
    }

    @Test
    void thenItLeavesMemoryAndItsUsersAreStillKnown() {
        try (SqlLedger ledger = fixture.open(clock)) {
            Campaign campaign = soldOut(ledger);
            doAllQuietWork(ledger);
            assertThat(ledger.usersInMemory()).isZero();
            assertHold(ledger, campaign, QUANTITY);
            assertThat(Drop.issue(ledger, campaign, "new"))
                    .isEqualTo(new Verdict.Denied(CampaignState.SOLD_OUT));
        }
    }

    @Test
    void aRestartReadsNothingOfIt() {
        Campaign campaign;
        try (SqlLedger ledger = fixture.open(clock)) {
            campaign = soldOut(ledger);
            doAllQuietWork(ledger);
        }
        try (SqlLedger ledger = fixture.open(clock)) {
            assertThat(ledger.usersInMemory()).isZero();
            assertHold(ledger, campaign, QUANTITY);
        }
    }

    @Test
    void whenItsQuantityIsRaisedTheDropGoesOnExactly() {
        Campaign campaign;
        try (SqlLedger ledger = fixture.open(clock)) {
            campaign = soldOut(ledger);
            doAllQuietWork(ledger);
            raise(ledger, campaign, QUANTITY + 5);
            Drop.issue(ledger, campaign, users("u", QUANTITY - 5, QUANTITY + 3));
            assertThat(ledger.usersInMemory()).isEqualTo(3);
            assertHold(ledger, campaign, QUANTITY + 3);
            LedgerAudit.check(ledger);
        }
        try (SqlLedger ledger = fixture.open(clock)) {
            assertThat(ledger.usersInMemory()).isEqualTo(3);
            Drop.issue(ledger, campaign, users("u", 1, QUANTITY + 10));
            assertHold(ledger, campaign, QUANTITY + 5);
            doAllQuietWork(ledger);
            assertThat(ledger.usersInMemory()).isZero();
            assertHold(ledger, campaign, QUANTITY + 5);
        }
    }

    @Test
    void itsQuantityCanBeRaisedInTheMiddleOfItsWay() throws SQLException {
        Campaign campaign;
        try (SqlLedger ledger = fixture.open(clock)) {
            campaign = soldOut(ledger);
            clock.step(QuietWork.CALM_MICROS);
            assertThat(ledger.doQuietWork()).isTrue();
            raise(ledger, campaign, 2 * QUANTITY);
            Drop.issue(ledger, campaign, users("u", QUANTITY - 5, QUANTITY + 700));
            assertHold(ledger, campaign, QUANTITY + 700);
            assertThat(ledger.doQuietWork()).isTrue();
        }
        assertThat(fixture.query("SELECT COUNT(*) FROM user_coupons")).isBetween(1L, 2_500L);
        try (SqlLedger ledger = fixture.open(clock)) {
            assertThat(ledger.usersInMemory()).isEqualTo(QUANTITY + 700);
            assertHold(ledger, campaign, QUANTITY + 700);
            doAllQuietWork(ledger);
            assertThat(ledger.usersInMemory()).isEqualTo(700);
            assertThat(fixture.query("SELECT COUNT(*) FROM user_coupons")).isEqualTo(QUANTITY);
            Drop.issue(ledger, campaign, users("u", 1, 2 * QUANTITY + 1));
            assertHold(ledger, campaign, 2 * QUANTITY);
            doAllQuietWork(ledger);
            assertThat(ledger.usersInMemory()).isZero();
            LedgerAudit.check(ledger);
        }
    }

    @Test
    void aCampaignThatSellsOutBecauseItsQuantityIsLoweredLeavesMemoryToo() {
        try (SqlLedger ledger = fixture.open(clock)) {
            Campaign campaign = Drop.create(ledger, "c", CampaignTerms.UNLIMITED);
            Drop.issue(ledger, campaign, users("u", 1, 20));
            doAllQuietWork(ledger);
            assertThat(ledger.usersInMemory()).isEqualTo(20);
            raise(ledger, campaign, 20);
            doAllQuietWork(ledger);
            assertThat(ledger.usersInMemory()).isZero();
        }
    }

    @Test
    void aCampaignWhoseQuantityIsRaisedInTimeStaysInMemory() {
        try (SqlLedger ledger = fixture.open(clock)) {
            Campaign campaign = soldOut(ledger);
            raise(ledger, campaign, QUANTITY + 1);
            doAllQuietWork(ledger);
            assertThat(ledger.usersInMemory()).isEqualTo(QUANTITY);
        }
    }
}
